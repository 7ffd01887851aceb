package dev.lifeline.approval;

/** Slack does not tell just now who or what a policy means, so nothing may be assumed. */
public final class DirectorySilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DirectorySilent(String detail, Throwable cause) {
        super(detail, cause);
    }
}
