package dev.lifeline.rescue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the polls of a device in one stage amount to. Times are sums of short intervals between two polls that saw the same, by a clock that
 * nobody sets: each is a lower bound, which neither a step of the wall clock nor an outage of the provider extends, and which survives a
 * restart.
 *
 * @param observed how long the provider reported the device's status
 * @param missing how long the provider has not shown the device, up to the last poll; zero while it does
 * @param silent how long the device has not answered probes, up to the last poll; zero while it does
 * @param settlingFrom the value of {@code observed} from which the stage was settling (see {@link Stage#isSettling}); empty before
 * @param missingNotified whether the thread was told that the device is missing
 * @param remindedAt when the channel was last reminded of this stage, by the wall clock
 * @param unprovedHostKey another host key than the installed system's, which the thread was told of while the provider told nothing
 * @param unheardAt when what was told of this stage turned out to reach nobody, by the wall clock; empty once it is told again
 */
public record Watch(
        Duration observed,
        Duration missing,
        Duration silent,
        Optional<Duration> settlingFrom,
        boolean missingNotified,
        Optional<Instant> remindedAt,
        Optional<String> unprovedHostKey,
        Optional<Instant> unheardAt) {

    /** Of which nobody was told but that the device is missing, or reminded. */
    public Watch(
            Duration observed,
            Duration missing,
            Duration silent,
            Optional<Duration> settlingFrom,
            boolean missingNotified,
            Optional<Instant> remindedAt) {
        this(observed, missing, silent, settlingFrom, missingNotified, remindedAt, Optional.empty(), Optional.empty());
    }

    /** A longer interval between two polls counts as this one: nobody knows what happened in between. */
    public static final Duration MAX_INTERVAL = Duration.ofMinutes(1);

    /** No poll yet. */
    public static final Watch NONE =
            new Watch(Duration.ZERO, Duration.ZERO, Duration.ZERO, Optional.empty(), false, Optional.empty());

    public Watch {
        if (observed.isNegative() || missing.isNegative() || silent.isNegative())
            throw new IllegalArgumentException("the times of a watch are not negative");
    }

    /** What a poll adds, by the kind of its result. */
    public enum Sight {
        /** The provider reported a status. */
        REPORTED,
        /** The provider shows the device without a status, or gave no answer. */
        UNKNOWN,
        /** The provider does not show the device. */
        MISSING
    }

    /**
     * The watch after one more poll.
     *
     * @param interval since the poll before, which saw the same; zero where it saw something else, or there was none
     * @param silentInterval likewise, of the probe
     * @param answered whether the device answered the probe
     */
    public Watch afterPoll(Sight sight, Duration interval, boolean answered, Duration silentInterval) {
        Duration added = atMost(interval);
        return new Watch(
                sight == Sight.REPORTED ? observed.plus(added) : observed,
                nextMissing(sight, added),
                answered ? Duration.ZERO : silent.plus(atMost(silentInterval)),
                settlingFrom,
                missingNotified,
                remindedAt,
                unprovedHostKey,
                unheardAt);
    }

    private Duration nextMissing(Sight sight, Duration added) {
        if (sight == Sight.REPORTED) return Duration.ZERO;
        return sight == Sight.MISSING ? missing.plus(added) : missing;
    }

    private static Duration atMost(Duration interval) {
        return interval.compareTo(MAX_INTERVAL) > 0 ? MAX_INTERVAL : interval;
    }

    /** The watch of a stage that is settling, or is not. */
    public Watch withSettling(boolean settling) {
        Optional<Duration> from = settling ? settlingFrom.or(() -> Optional.of(observed)) : Optional.empty();
        return new Watch(observed, missing, silent, from, missingNotified, remindedAt, unprovedHostKey, unheardAt);
    }

    /** How long the stage has been settling; empty while it is not. */
    public Optional<Duration> settling() {
        return settlingFrom.map(observed::minus);
    }

    public Watch withMissingNotified(boolean notified) {
        return new Watch(observed, missing, silent, settlingFrom, notified, remindedAt, unprovedHostKey, unheardAt);
    }

    /** Reminded just now, which whoever did not hear of the stage hears too. */
    public Watch withRemindedAt(Instant at) {
        return new Watch(
                observed,
                missing,
                silent,
                settlingFrom,
                missingNotified,
                Optional.of(at),
                unprovedHostKey,
                Optional.empty());
    }

    public Watch withUnprovedHostKey(String key) {
        return new Watch(
                observed, missing, silent, settlingFrom, missingNotified, remindedAt, Optional.of(key), unheardAt);
    }

    public Watch withUnheardAt(Instant at) {
        return new Watch(
                observed, missing, silent, settlingFrom, missingNotified, remindedAt, unprovedHostKey, Optional.of(at));
    }

    /** The same notices, with the times of another watch. */
    public Watch withTimesOf(Watch other) {
        return new Watch(
                other.observed,
                other.missing,
                other.silent,
                other.settlingFrom,
                missingNotified,
                remindedAt,
                unprovedHostKey,
                unheardAt);
    }

    /** Whether so much was added since another state of this watch that a restart must not lose it. */
    public boolean isWorthSavingAfter(Watch saved) {
        return !settlingFrom.equals(saved.settlingFrom)
                || observed.minus(saved.observed).compareTo(MAX_INTERVAL) >= 0
                || missing.minus(saved.missing).compareTo(MAX_INTERVAL) >= 0;
    }
}
