package dev.lifeline.slack;

/** Slack cannot be used with these settings, or not now. The message is a sentence that says what to do about it. */
public final class SlackNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    SlackNotUsable(String whatToDo, boolean passing, Throwable cause) {
        super(whatToDo, cause);
        this.passing = passing;
    }

    /** Whether the same settings may well work later. */
    public boolean passing() {
        return passing;
    }
}
