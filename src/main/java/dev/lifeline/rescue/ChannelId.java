package dev.lifeline.rescue;

/**
 * Id of the channel in which a request is reported, 1 to 80 characters; opaque outside the adapter that knows it, but for the first letter
 * (src/docs/platform/slack.md) after the workspace and a slash, where it is of another workspace than the bot's own.
 */
public record ChannelId(String value) {

    public ChannelId {
        if (value.isBlank() || value.length() > 80 || value.endsWith("/"))
            throw new IllegalArgumentException("not a channel id");
    }

    /**
     * Whether it is the conversation of one person with the bot, as far as the id of a channel in which the bot was written to tells. A
     * click on the Home tab has the person's id in its place.
     */
    public boolean isDirectMessage() {
        char kind = value.charAt(value.indexOf('/') + 1);
        return kind == 'D' || kind == 'U' || kind == 'W';
    }

    @Override
    public String toString() {
        return value;
    }
}
