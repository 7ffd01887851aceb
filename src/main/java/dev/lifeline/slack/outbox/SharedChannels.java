package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.message.model.Audience;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WebApi;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which channels are shared with other companies, by {@code conversations.info}, kept for a minute. A channel of which Slack does not tell
 * counts as shared until it does: then less is said in it. Thread-safe; blocks for one call.
 */
public final class SharedChannels {

    private static final Logger LOG = LoggerFactory.getLogger(SharedChannels.class);
    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 1_000;

    private final WebApi api;
    private final Cache<String, Audience> cache;

    public SharedChannels(WebApi api, Ticker ticker) {
        this.api = api;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(MAX_CACHE_ENTRIES)
                .ticker(ticker)
                .build();
    }

    /** Who reads what is posted to a channel. The bot writes to members of the workspace only, so its direct messages are theirs. */
    Audience audience(String channel) {
        if (new ChannelId(channel).isDirectMessage()) return Audience.WORKSPACE;
        Audience known = cache.getIfPresent(channel);
        return known == null ? read(channel) : known;
    }

    private Audience read(String channel) {
        try {
            Audience audience = audience(api.call(ApiMethod.CONVERSATIONS_INFO, Map.of("channel", channel))
                    .path("channel"));
            cache.put(channel, audience);
            return audience;
        } catch (SlackCallException e) {
            LOG.warn("Channel {} counts as shared with another company: {}", channel, e.getMessage());
            return Audience.OTHER_COMPANIES;
        }
    }

    /** {@code is_shared} is also true within one organisation (src/docs/platform/slack.md, section Who is clicking). */
    private static Audience audience(JsonNode channel) {
        boolean own = channel.path("is_ext_shared").isBoolean()
                && !channel.path("is_ext_shared").asBoolean()
                && !channel.path("is_pending_ext_shared").asBoolean();
        return own ? Audience.WORKSPACE : Audience.OTHER_COMPANIES;
    }
}
