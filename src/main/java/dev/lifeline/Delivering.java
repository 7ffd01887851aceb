package dev.lifeline;

import dev.lifeline.message.Outbox;
import dev.lifeline.slack.SlackDoor;
import dev.lifeline.store.Engine;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The engine's work of delivering what the bot said, lane by lane. */
final class Delivering implements Engine.Job {

    private final Outbox outbox;
    private final SlackDoor slack;

    /** When Slack wants a lane to come again; forgotten with the process, which costs one early try. */
    private final Map<String, Instant> again = new ConcurrentHashMap<>();

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
