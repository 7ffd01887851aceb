package dev.lifeline.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The commands of one run at a steady rate, and what became of each. Times are of {@link System#nanoTime}, and latencies count from when
 * a command was due, so that a command that had to wait for its turn is not told as quick. Thread-safe.
 */
final class LoadRun {

    /** What the response to a command was. */
    enum Outcome {
        /** None: no connection, or cut, or timed out. */
        FAILED,
        /** Another status than 200, or the busy reply. */
        REFUSED,
        /** Acknowledged; the answer goes to the response URL. */
        ACKED,
        /** Acknowledged with the answer in the response. */
        ANSWERED
    }

    private static final long ANSWER_POLL_MILLIS = 20;
    private static final long NONE = 0;

    private final int ratePerSecond;
    private final long startNanos;
    private final AtomicLongArray respondedNanos;
    private final AtomicIntegerArray outcomes;
    private final AtomicLongArray answeredNanos;
    private final AtomicIntegerArray answerCounts;

    LoadRun(int ratePerSecond, int commands, long startNanos) {
        this.ratePerSecond = ratePerSecond;
        this.startNanos = startNanos;
        this.respondedNanos = new AtomicLongArray(commands);
        this.outcomes = new AtomicIntegerArray(commands);
        this.answeredNanos = new AtomicLongArray(commands);
        this.answerCounts = new AtomicIntegerArray(commands);
    }

    int commands() {
        return outcomes.length();
    }

    int ratePerSecond() {
        return ratePerSecond;
    }

    long dueNanos(int command) {
        return startNanos + TimeUnit.SECONDS.toNanos(command) / ratePerSecond;
    }

    void responded(int command, Outcome outcome) {
        respondedNanos.set(command, System.nanoTime());
        outcomes.set(command, outcome.ordinal());
        if (outcome == Outcome.ANSWERED) answered(command);
    }

    /** An answer came; the first one counts. */
    void answered(int command) {
        answeredNanos.compareAndSet(command, NONE, System.nanoTime());
        answerCounts.incrementAndGet(command);
    }

    /** From due to the response, of all commands that got one. */
    Latencies acknowledgements() {
        return Latencies.ofNanos(IntStream.range(0, commands())
                .filter(command -> outcome(command) != Outcome.FAILED)
                .mapToLong(command -> respondedNanos.get(command) - dueNanos(command))
                .toArray());
    }

    /**
     * Seconds from a moment until the last command was due, since then, that was not acknowledged within a second; 0 where all were.
     *
     * @param nanos of {@link System#nanoTime}
     */
    double secondsUntilPrompt(long nanos) {
        long last = IntStream.range(0, commands())
                .filter(command -> dueNanos(command) >= nanos)
                .filter(command -> !isPrompt(command))
                .mapToLong(this::dueNanos)
                .max()
                .orElse(nanos);
        return (last - nanos) / 1e9;
    }

    private boolean isPrompt(int command) {
        return isAcknowledged(command)
                && respondedNanos.get(command) - dueNanos(command) <= TimeUnit.SECONDS.toNanos(1);
    }

    private Outcome outcome(int command) {
        return Outcome.values()[outcomes.get(command)];
    }

    long count(Outcome outcome) {
        return IntStream.range(0, commands())
                .filter(command -> outcome(command) == outcome)
                .count();
    }

    private boolean isAcknowledged(int command) {
        return outcome(command) == Outcome.ACKED || outcome(command) == Outcome.ANSWERED;
    }

    private IntStream acknowledged() {
        return IntStream.range(0, commands()).filter(this::isAcknowledged);
    }

    /** Commands acknowledged a second, from the first one due to the last response. */
    double achievedRate() {
        long last = acknowledged().mapToLong(respondedNanos::get).max().orElse(startNanos);
        double seconds = Math.max((last - startNanos) / 1e9, (double) commands() / ratePerSecond);
        return acknowledged().count() / seconds;
    }

    /** The acknowledged commands without an answer so far. */
    long unanswered() {
        return acknowledged().filter(command -> answerCounts.get(command) == 0).count();
    }

    /** The commands answered more than once. */
    long answeredTwice() {
        return IntStream.range(0, commands())
                .filter(command -> answerCounts.get(command) > 1)
                .count();
    }

    /** The commands answered more than once, and for the first time after a moment. */
    long answeredTwiceSince(long nanos) {
        return IntStream.range(0, commands())
                .filter(command -> answerCounts.get(command) > 1 && answeredNanos.get(command) > nanos)
                .count();
    }

    /** The answers to commands that were not acknowledged: the bot died between its commit and its response. */
    long answeredUnacknowledged() {
        return IntStream.range(0, commands())
                .filter(command -> !isAcknowledged(command) && answerCounts.get(command) > 0)
                .count();
    }

    /** The share of the acknowledged commands whose first answer came within this time from when they were due. */
    double answeredWithin(long seconds) {
        long limit = TimeUnit.SECONDS.toNanos(seconds);
        long inTime = acknowledged()
                .filter(command -> answeredNanos.get(command) != NONE)
                .filter(command -> answeredNanos.get(command) - dueNanos(command) <= limit)
                .count();
        return (double) inTime / Math.max(1, acknowledged().count());
    }

    /** Blocks until every acknowledged command is answered, or for this time. Returns whether all are. */
    boolean awaitAnswers(long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (unanswered() > 0) {
            if (System.nanoTime() > deadline) return false;
            ChildProcess.pause(ANSWER_POLL_MILLIS);
        }
        return true;
    }

    /** Seconds from when the last command was due to the last answer; infinite where one is missing. */
    double backlogSeconds() {
        if (unanswered() > 0) return Double.POSITIVE_INFINITY;
        long last = LongStream.concat(
                        LongStream.of(dueNanos(commands() - 1)), acknowledged().mapToLong(answeredNanos::get))
                .max()
                .orElse(startNanos);
        return (last - dueNanos(commands() - 1)) / 1e9;
    }
}
