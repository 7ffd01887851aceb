package dev.lifeline.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The engine's work of delivering what the bot said, lane by lane. */
final class OutboxDeliveryJob implements JobEngine.Job {

    private static final int MAX_CACHE_ENTRIES = 10_000;
    private static final Duration CACHE_TTL = Duration.ofHours(1);

    private final Outbox outbox;
    private final SlackAdapter slack;

    /** When Slack wants a lane to come again; what is forgotten costs one early try. Another replica may have done a lane meanwhile. */
    private final Map<String, Instant> retryAt = Caffeine.newBuilder()
            .maximumSize(MAX_CACHE_ENTRIES)
            .expireAfterWrite(CACHE_TTL)
            .<String, Instant>build()
            .asMap();

    OutboxDeliveryJob(Outbox outbox, SlackAdapter slack) {
        this.outbox = outbox;
        this.slack = slack;
    }

    @Override
    public void run(String lane) {
        retryAt.remove(lane);
        slack.deliver(lane).ifPresent(time -> retryAt.put(lane, time));
    }

    @Override
    public Optional<Instant> nextDueAt(String lane) {
        Optional<Instant> later = Optional.ofNullable(retryAt.get(lane));
        return later.isPresent() || outbox.pending(lane).isEmpty() ? later : Optional.of(Instant.EPOCH);
    }

    @Override
    public Collection<String> pending() {
        return outbox.pendingStreams();
    }
}
