package dev.lifeline.approval;

/** Slack does not tell just now who or what a policy means, so nothing may be assumed. */
public final class DirectoryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DirectoryUnavailableException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
