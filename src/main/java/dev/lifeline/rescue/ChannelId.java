package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import java.util.Optional;

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
        return kind() == 'D' || person().isPresent();
    }

    /** The person whose id stands in the place of their conversation with the bot; empty for the id of a conversation. */
    public Optional<SlackUserId> person() {
        return kind() == 'U' || kind() == 'W' ? Optional.of(new SlackUserId(value)) : Optional.empty();
    }

    private char kind() {
        return value.charAt(value.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
