package dev.lifeline.message.port;

import dev.lifeline.device.Secret;
import dev.lifeline.message.model.Message;

/**
 * How does something get into a window that one person has open? At once and in passing: nothing of it is written down, so nothing is
 * tried again, and a secret may be shown there and nowhere else (promise P6). Takes some seconds at most; never throws.
 */
public interface ModalUpdater {

    /** What came of showing something. */
    enum ModalUpdateResult {
        SHOWN,
        /** The window is not open any more, or not as it was; or the platform takes nothing just now. Nobody saw anything. */
        NOT_SHOWN,
        /** The platform did not say. */
        UNKNOWN
    }

    /** Shows this in place of what stands there. */
    ModalUpdateResult update(ModalRef modalRef, Message message);

    /** The same with a secret below it, which the caller closes. */
    ModalUpdateResult update(ModalRef modalRef, Message message, Secret secret);
}
