package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.StreamKey;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.port.SharedRateLimiter.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The streams of this process that wait for a permit of a rate limit: a line for each limit, in the order in which they came, and a turn for each stream.
 * If all were told when the next permit is due, each of a thousand would ask for it every second.
 *
 * <p>A turn is an estimate, since other replicas take permits too: who comes at its turn asks the shared limit, and who comes earlier is sent away without
 * a query. Thread-safe.
 */
final class WaitingLines {

    /** A stream that is so late was delivered by another process, or has nothing to say any more. */
    private static final Duration MAX_LATENESS = Duration.ofMinutes(1);

    private final SharedRateLimiter rateLimiter;
    private final InstantSource clock;

    /** The turns of the streams, by the key of the limit. Guarded by this. */
    private final Map<String, Map<StreamKey, Instant>> lines = new HashMap<>();

    WaitingLines(SharedRateLimiter rateLimiter, InstantSource clock) {
        this.rateLimiter = rateLimiter;
        this.clock = clock;
    }

    /** Takes a permit and returns empty, or takes none and returns the turn of the stream. */
    Optional<Instant> tryAcquire(String key, Rate rate, StreamKey stream) {
        Optional<Instant> turn = turnToCome(key, rate, stream);
        if (turn.isPresent()) return turn;
        Optional<Instant> nextPermit = rateLimiter.tryAcquire(key, rate);
        if (nextPermit.isEmpty()) leave(key, stream);
        return nextPermit.map(at -> await(key, rate, stream, at));
    }

    /** Empty where the stream may ask for a permit. A newcomer goes behind those whose turn is to come. */
    private synchronized Optional<Instant> turnToCome(String key, Rate rate, StreamKey stream) {
        Instant now = clock.instant();
        Map<StreamKey, Instant> line = line(key);
        Duration longestWait = rate.interval().multipliedBy(line.size());
        line.values().removeIf(turn -> isOutdated(turn, now, longestWait));
        Optional<Instant> last =
                line.values().stream().max(Comparator.naturalOrder()).filter(now::isBefore);
        if (last.isPresent()) line.putIfAbsent(stream, last.get().plus(rate.interval()));
        return Optional.ofNullable(line.get(stream)).filter(now::isBefore);
    }

    /** Over for so long that the stream will not come, or written before the clock was put back. */
    private static boolean isOutdated(Instant turn, Instant now, Duration longestWait) {
        return turn.isBefore(now.minus(MAX_LATENESS))
                || turn.isAfter(now.plus(longestWait).plus(MAX_LATENESS));
    }

    private Map<StreamKey, Instant> line(String key) {
        return lines.computeIfAbsent(key, unknown -> new LinkedHashMap<>());
    }

    /** A stream keeps its place. */
    private synchronized Instant await(String key, Rate rate, StreamKey stream, Instant nextPermit) {
        Map<StreamKey, Instant> line = line(key);
        line.putIfAbsent(stream, nextPermit);
        int ahead = List.copyOf(line.keySet()).indexOf(stream);
        Instant turn = nextPermit.plus(rate.interval().multipliedBy(ahead));
        line.put(stream, turn);
        return turn;
    }

    private synchronized void leave(String key, StreamKey stream) {
        line(key).remove(stream);
        if (line(key).isEmpty()) lines.remove(key);
    }
}
