package dev.lifeline.sandbox.slack.world;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** What time is it, and which message timestamp comes next? Every ts is given once, in rising order. */
public final class Clockwork {

    private static final long MICROS = 1_000_000;

    private final InstantSource source;
    private final AtomicLong last = new AtomicLong();

    public Clockwork(InstantSource source) {
        this.source = source;
    }

    public Instant now() {
        return source.instant();
    }

    public long epochSecond() {
        return now().getEpochSecond();
    }

    /** The next timestamp: seconds, a dot, six digits. */
    public String nextTs() {
        Instant now = now();
        long micros = now.getEpochSecond() * MICROS + now.getNano() / 1_000;
        long next = last.updateAndGet(before -> Math.max(before + 1, micros));
        return "%d.%06d".formatted(next / MICROS, next % MICROS);
    }
}
