package dev.lifeline.approval;

/** Thrown when Slack gives no usable answer about a name in the policy, so that nothing may be assumed. */
public final class DirectoryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DirectoryUnavailableException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
