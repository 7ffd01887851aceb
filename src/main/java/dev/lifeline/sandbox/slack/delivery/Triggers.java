package dev.lifeline.sandbox.slack.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Who may be shown a modal now? A trigger id is good once, for three seconds (slack.md 4.2). */
public final class Triggers {

    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    /** What became of a trigger id: a person's user id, or Slack's error. */
    public record Exchange(Optional<String> person, String error) {}

    private record Trigger(String person, Instant until, boolean used) {}

    private final Map<String, Trigger> issued = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final InstantSource clock;
    private final BooleanSupplier stale;

    /** Triggers issued while stale says so have expired before anybody sees them. */
    Triggers(InstantSource clock, BooleanSupplier stale) {
        this.clock = clock;
        this.stale = stale;
    }

    String issue(String person) {
        String secret = Long.toHexString(Double.doubleToLongBits(Math.random()));
        String id =
                "%d.%d.%s".formatted(count.incrementAndGet(), clock.instant().getEpochSecond(), secret);
        Instant until = stale.getAsBoolean() ? Instant.MIN : clock.instant().plus(GOOD_FOR);
        issued.put(id, new Trigger(person, until, false));
        return id;
    }

    /** Uses a trigger up. */
    public synchronized Exchange exchange(String id) {
        Trigger trigger = issued.get(id);
        if (trigger == null) return new Exchange(Optional.empty(), "invalid_trigger_id");
        if (trigger.used()) return new Exchange(Optional.empty(), "trigger_exchanged");
        if (clock.instant().isAfter(trigger.until())) return new Exchange(Optional.empty(), "trigger_expired");
        issued.put(id, new Trigger(trigger.person(), trigger.until(), true));
        return new Exchange(Optional.of(trigger.person()), "");
    }

    void expireAll() {
        issued.replaceAll((id, trigger) -> new Trigger(trigger.person(), Instant.MIN, trigger.used()));
    }
}
