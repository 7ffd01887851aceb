package dev.lifeline.sandbox.slack.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The clock of the workspace, and the source of message timestamps, each given once and in rising order. Thread-safe. */
public final class TimestampClock {

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final InstantSource source;
    private final AtomicLong lastMicros = new AtomicLong();

    public TimestampClock(InstantSource source) {
        this.source = source;
    }

    public Instant now() {
        return source.instant();
    }

    public long epochSecond() {
        return now().getEpochSecond();
    }

    /** Returns the next timestamp: seconds, a dot, six digits. */
    public String nextTs() {
        Instant now = now();
        long micros = now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / 1_000;
        long next = lastMicros.updateAndGet(last -> Math.max(last + 1, micros));
        return "%d.%06d".formatted(next / MICROS_PER_SECOND, next % MICROS_PER_SECOND);
    }
}
