package dev.lifeline.sandbox.slack.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The events that an app got within the past hour, and how the attempts to deliver them ended
 * (src/docs/platform/slack.md, section Rate limits). Thread-safe.
 */
final class EventLimits {

    /** Below so many events an hour subscriptions stay on, whatever fails. */
    static final int MIN_EVENTS_TO_DISABLE = 1_000;

    private static final int MIN_ACKED_PERCENT = 5;
    private static final int PERCENT = 100;
    private static final Duration WINDOW = Duration.ofHours(1);

    private record Attempt(Instant at, boolean acked) {}

    private final Deque<Instant> events = new ArrayDeque<>();
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private final InstantSource clock;
    private final int eventsPerHour;
    private int ackedAttempts;
    private long notifiedMinute = -1;

    /** @param eventsPerHour how many events are admitted within an hour */
    EventLimits(InstantSource clock, int eventsPerHour) {
        this.clock = clock;
        this.eventsPerHour = eventsPerHour;
    }

    /** Counts an event that is about to be delivered; false where it is one too many and is dropped. */
    synchronized boolean admitEvent() {
        forgetOld();
        if (events.size() >= eventsPerHour) return false;
        events.addLast(clock.instant());
        return true;
    }

    /** Whether the app has to be told of the limit: once in a minute. */
    synchronized boolean isNoticeDue() {
        long minute = clock.instant().getEpochSecond() / Duration.ofMinutes(1).toSeconds();
        boolean due = minute != notifiedMinute;
        notifiedMinute = minute;
        return due;
    }

    /**
     * Counts an attempt, retries included. Returns true where nearly all attempts of the hour have failed; what was counted
     * is forgotten then.
     */
    synchronized boolean isFailingAfter(boolean acked) {
        forgetOld();
        attempts.addLast(new Attempt(clock.instant(), acked));
        if (acked) ackedAttempts++;
        boolean failing = events.size() >= MIN_EVENTS_TO_DISABLE
                && ackedAttempts * PERCENT < attempts.size() * MIN_ACKED_PERCENT;
        if (failing) clear();
        return failing;
    }

    private void forgetOld() {
        Instant from = clock.instant().minus(WINDOW);
        while (!events.isEmpty() && events.getFirst().isBefore(from)) events.removeFirst();
        while (!attempts.isEmpty() && attempts.getFirst().at().isBefore(from))
            if (attempts.removeFirst().acked()) ackedAttempts--;
    }

    private void clear() {
        events.clear();
        attempts.clear();
        ackedAttempts = 0;
    }
}
