package dev.lifeline.message.port;

import dev.lifeline.device.Secret;
import dev.lifeline.message.model.Message;

/**
 * Updates a modal that one user has open. Nothing is stored and nothing is retried, so this is the only way in which a secret is shown
 * (promise P6). A call blocks for a few seconds at most and never throws.
 */
public interface ModalUpdater {

    /** The outcome of an update. */
    enum ModalUpdateResult {
        SHOWN,
        /** The modal was closed or changed, or Slack did not accept the update. The content was not shown. */
        NOT_SHOWN,
        /** Slack did not answer. */
        UNKNOWN
    }

    /** Replaces the content of the modal. */
    ModalUpdateResult update(ModalRef modalRef, Message message);

    /** Replaces the content of the modal and shows a secret below it. The caller closes the secret. */
    ModalUpdateResult update(ModalRef modalRef, Message message, Secret secret);
}
