package dev.lifeline.access;

/**
 * Slack id of a person: opaque, global in an Enterprise Grid, and stable while names and addresses change
 * (src/docs/platform/slack.md, section Who is clicking).
 */
public record SlackUserId(String value) {

    public SlackUserId {
        if (!value.matches("[A-Z0-9]{2,40}")) throw new IllegalArgumentException("not a Slack user id");
    }

    @Override
    public String toString() {
        return value;
    }
}
