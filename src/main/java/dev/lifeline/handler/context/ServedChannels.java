package dev.lifeline.handler.context;

import dev.lifeline.access.DenialReason;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import java.util.Optional;
import java.util.Set;

/**
 * The channels in which the bot answers.
 *
 * @param channelIds their ids; empty for every channel that the bot is in
 * @param redirects keeps a channel served after Slack has given it another id
 */
public record ServedChannels(Set<String> channelIds, ChannelRedirects redirects) {
    public ServedChannels {
        channelIds = Set.copyOf(channelIds);
    }

    /** Why an interaction in this channel is denied; empty where the channel is served. */
    public Optional<DenialReason> denialReason(ChannelId channelId) {
        boolean served = channelIds.isEmpty()
                || redirects.aliases(channelId).stream().anyMatch(alias -> channelIds.contains(alias.value()));
        return served ? Optional.empty() : Optional.of(new DenialReason.ChannelNotServed(channelId.value()));
    }
}
