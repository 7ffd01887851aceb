package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import java.util.Optional;

/**
 * Id of the channel in which a request is reported, 1 to 80 characters; opaque outside the adapter that knows it, but for its first letter
 * (src/docs/platform/slack.md).
 */
public record ChannelId(String value) {

    public ChannelId {
        if (value.isBlank() || value.length() > 80) throw new IllegalArgumentException("not a channel id");
    }

    /**
     * Whether it is the conversation of one person with the bot, as far as the id of a channel in which the bot was written to tells. A
     * click on the Home tab has the person's id in its place.
     */
    public boolean isDirectMessage() {
        return value.startsWith("D") || person().isPresent();
    }

    /** The person whose id stands in the place of their conversation with the bot; empty for the id of a conversation. */
    public Optional<SlackUserId> person() {
        return value.startsWith("U") || value.startsWith("W") ? Optional.of(new SlackUserId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
