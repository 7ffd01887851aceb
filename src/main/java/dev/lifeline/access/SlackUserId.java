package dev.lifeline.access;

/** Which person in Slack? An opaque id, global in an enterprise; names and e-mails change, it does not (slack.md 4.4). */
public record SlackUserId(String value) {

    public SlackUserId {
        if (!value.matches("[A-Z0-9]{2,40}")) throw new IllegalArgumentException("not a Slack user id");
    }

    @Override
    public String toString() {
        return value;
    }
}
