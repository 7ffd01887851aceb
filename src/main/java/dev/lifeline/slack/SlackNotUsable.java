package dev.lifeline.slack;

/** Slack cannot be used with these settings, or not now. The message is a sentence that says what to do about it. */
public final class SlackNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlackNotUsable(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
