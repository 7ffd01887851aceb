package dev.lifeline.approval;

import dev.lifeline.device.Outage;

/** Thrown when Slack gives no usable answer about a name in the policy, so that nothing may be assumed. */
public final class DirectoryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outage outage;

    public DirectoryUnavailableException(String detail, Throwable cause, Outage outage) {
        super(detail, cause);
        this.outage = outage;
    }

    /** Slack answered, and does not know the name. */
    DirectoryUnavailableException(String detail) {
        super(detail);
        this.outage = Outage.PERMANENT;
    }

    /** Whether the same question may be answered later. */
    public Outage outage() {
        return outage;
    }
}
