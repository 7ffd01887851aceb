package dev.lifeline.handler.context;

import dev.lifeline.access.DenialReason;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where does the bot serve?
 *
 * @param channelIds the ids of those that it serves; empty for all that it is in
 * @param redirects so that one of them whose id Slack changes is served still
 * @param baseUrl of its own pages, as people reach it; known once the port is
 */
public record ServedChannels(Set<String> channelIds, ChannelRedirects redirects, Supplier<URI> baseUrl) {
    public ServedChannels {
        channelIds = Set.copyOf(channelIds);
    }

    public Optional<DenialReason> denialReason(ChannelId channelId) {
        boolean served = channelIds.isEmpty()
                || redirects.aliases(channelId).stream().anyMatch(once -> channelIds.contains(once.value()));
        return served ? Optional.empty() : Optional.of(new DenialReason.ChannelNotServed(channelId.value()));
    }
}
