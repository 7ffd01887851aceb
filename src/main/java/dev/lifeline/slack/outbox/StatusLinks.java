package dev.lifeline.slack.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import java.time.Duration;
import java.util.Optional;

/** The URLs of status messages, kept for a minute: a message that was deleted is posted again elsewhere. Thread-safe. */
public final class StatusLinks {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 1_000;

    private final Outbox outbox;
    private final ChatApi chatApi;
    private final Cache<RequestId, String> cache;

    public StatusLinks(Outbox outbox, ChatApi chatApi, Ticker ticker) {
        this.outbox = outbox;
        this.chatApi = chatApi;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(MAX_CACHE_ENTRIES)
                .ticker(ticker)
                .build();
    }

    /**
     * The URL of the status message of a request; empty where it was never posted. Blocks for one call where it is not in the cache.
     *
     * @throws dev.lifeline.slack.webapi.SlackCallException when Slack does not answer
     */
    public Optional<String> find(RequestId request) {
        Optional<String> known = Optional.ofNullable(cache.getIfPresent(request));
        return known.isPresent() ? known : read(request);
    }

    private Optional<String> read(RequestId request) {
        Optional<String> url =
                outbox.statusMessage(new StreamKey.Request(request)).flatMap(chatApi::permalink);
        url.ifPresent(found -> cache.put(request, found));
        return url;
    }
}
