package dev.lifeline.message;

import java.util.Arrays;
import java.util.Optional;

/** What does a button do when it is pressed? The id is what Slack sends back. */
public enum Action {
    CONFIRM("rescue.confirm"),
    CONFIRM_LINUX("rescue.confirm.linux"),
    CONFIRM_WINDOWS("rescue.confirm.windows"),
    CANCEL("rescue.cancel"),
    APPROVE("rescue.approve"),
    DENY("rescue.deny"),
    END("rescue.end"),
    END_HARD("rescue.end.hard"),
    KEEP("rescue.keep"),
    ASK_END("rescue.ask-end"),
    LOGGED_IN("rescue.logged-in");

    private final String id;

    Action(String id) {
        this.id = id;
    }

    /** What the platform carries; at most 255 characters (slack.md 4.1). */
    public String id() {
        return id;
    }

    /** The action of this id; empty for one that no release ever had, or has any more. */
    public static Optional<Action> of(String id) {
        return Arrays.stream(values()).filter(action -> action.id.equals(id)).findFirst();
    }
}
