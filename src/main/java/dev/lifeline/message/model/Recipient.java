package dev.lifeline.message.model;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ChannelId;
import java.util.Optional;

/**
 * The only reader of an ephemeral message.
 *
 * @param channel the channel in which they acted
 * @param thread the thread in which they acted, by the time stamp of the message that it belongs to
 * @param responseUrl the URL that Slack gave for answers to the interaction, which works even where the bot is no member of the channel;
 *     valid for 30 minutes and five answers (src/docs/platform/slack.md, section Times)
 */
public record Recipient(SlackUserId user, ChannelId channel, Optional<String> thread, Optional<String> responseUrl) {

    /** Outside of threads. */
    public Recipient(SlackUserId user, ChannelId channel, Optional<String> responseUrl) {
        this(user, channel, Optional.empty(), responseUrl);
    }

    /** The same in a channel that has got another id. */
    public Recipient inChannel(ChannelId newChannel) {
        return new Recipient(user, newChannel, thread, responseUrl);
    }
}
