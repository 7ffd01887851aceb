package dev.lifeline.slack;

/** Slack cannot be used with these settings, or not now. The message is a sentence that says what to do about it. */
public final class SlackUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    SlackUnusableException(String whatToDo, boolean retryable, Throwable cause) {
        super(whatToDo, cause);
        this.retryable = retryable;
    }

    /** Whether the same settings may work later. */
    public boolean retryable() {
        return retryable;
    }
}
