package dev.lifeline;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.message.Outbox;
import dev.lifeline.slack.SlackDoor;
import dev.lifeline.store.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The engine's work of delivering what the bot said, lane by lane. */
final class Delivering implements Engine.Job {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Outbox outbox;
    private final SlackDoor slack;

    /** When Slack wants a lane to come again; what is forgotten costs one early try. Another replica may have done a lane meanwhile. */
    private final Map<String, Instant> again = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LONGEST)
            .<String, Instant>build()
            .asMap();

    Delivering(Outbox outbox, SlackDoor slack) {
        this.outbox = outbox;
        this.slack = slack;
    }

    @Override
    public void run(String lane) {
        again.remove(lane);
        slack.deliver(lane).ifPresent(time -> again.put(lane, time));
    }

    @Override
    public Optional<Instant> due(String lane) {
        Optional<Instant> later = Optional.ofNullable(again.get(lane));
        return later.isPresent() || outbox.waiting(lane).isEmpty() ? later : Optional.of(Instant.EPOCH);
    }

    @Override
    public Collection<String> pending() {
        return outbox.lanes();
    }
}
