package dev.lifeline.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Slack id of a person: opaque, global in an Enterprise Grid, and stable while names and addresses change
 * (src/docs/platform/slack.md, section Who is clicking). Whoever is of another workspace than the bot's own has its id and a slash before
 * theirs, such as {@code T0123ABCD/U0456}: an id alone is unique within a workspace.
 */
public record SlackUserId(String value) {

    private static final Pattern ID = Pattern.compile("(?:[A-Z0-9]{2,40}/)?[A-Z0-9]{2,40}");

    public SlackUserId {
        if (!isId(value)) throw new IllegalArgumentException("not a Slack user id");
    }

    /** The id that a stored text is; empty where it is none. */
    public static Optional<SlackUserId> parse(String text) {
        return isId(text) ? Optional.of(new SlackUserId(text)) : Optional.empty();
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
