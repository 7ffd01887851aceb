package dev.lifeline.message.port;

import dev.lifeline.rescue.ChannelId;
import java.util.Optional;

/**
 * Where a message goes: into a channel, or into a thread of it.
 *
 * @param thread the time stamp of the message that the thread belongs to; empty for the channel itself
 */
public record MessageTarget(ChannelId channel, Optional<String> thread) {

    /** The channel itself. */
    public static MessageTarget of(ChannelId channel) {
        return new MessageTarget(channel, Optional.empty());
    }
}
