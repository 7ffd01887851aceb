package dev.lifeline.device;

import java.time.Instant;

/** Reads what the provider has announced about devices. Thread-safe. */
public interface DeviceNotices {

    /** Nothing is ever announced. */
    DeviceNotices NONE = (device, now) -> Notices.NONE;

    /**
     * What there is about this device; at most 5 minutes old. Blocks at most 6 seconds, and fails never: what cannot be read leaves the
     * answer incomplete, and is tried again after half a minute.
     *
     * @param now maintenance that was over by then is left out
     */
    Notices find(Device device, Instant now);
}
