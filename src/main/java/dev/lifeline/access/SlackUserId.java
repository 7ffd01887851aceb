package dev.lifeline.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Slack id of a person: opaque, global in an Enterprise Grid, and stable while names and addresses change
 * (src/docs/platform/slack.md, section Who is clicking).
 */
public record SlackUserId(String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{2,40}");

    public SlackUserId {
        if (!FORMAT.matcher(value).matches()) throw new IllegalArgumentException("not a Slack user id");
    }

    /** The id that a stored text is; empty where it is none. */
    public static Optional<SlackUserId> parse(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(new SlackUserId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
