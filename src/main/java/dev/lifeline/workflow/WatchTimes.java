package dev.lifeline.workflow;

import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import dev.lifeline.rescue.monitor.DeviceObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Adds up how long each request has been watched in its stage, by a monotonic clock. What is not saved yet is kept in memory; after a
 * restart the saved part counts, as a lower bound. Thread-safe for different requests.
 */
public final class WatchTimes {

    /** One stay in a stage: a request that exits twice is in the same stage twice. */
    private record Leg(Class<? extends Stage> stage, Optional<Instant> startedAt) {
        static Leg of(Stage stage) {
            return new Leg(stage.getClass(), stage.startedAt());
        }
    }

    private record LastPoll(Leg leg, Watch watch, long nanos, Watch.Sight sight, boolean answered) {}

    private final Map<RequestId, LastPoll> lastPolls = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    /** @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime} */
    public WatchTimes(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** The same request at the same version, with its watch up to this observation. */
    RescueRequest withObservation(RescueRequest request, DeviceObservation observation) {
        long now = nanoClock.getAsLong();
        Optional<LastPoll> last = Optional.ofNullable(lastPolls.get(request.id()))
                .filter(poll -> poll.leg().equals(Leg.of(request.stage())))
                .filter(poll -> !wasWatchedElsewhere(request.watch(), poll.watch()));
        Duration sinceLast = last.map(poll -> Duration.ofNanos(Math.max(0, now - poll.nanos())))
                .orElse(Duration.ZERO);
        boolean sameSight =
                last.filter(poll -> poll.sight() == observation.sight()).isPresent();
        boolean sameAnswer =
                last.filter(poll -> poll.answered() == observation.answered()).isPresent();
        Watch watch = last.map(poll -> unsaved(request.watch(), poll.watch()))
                .orElse(request.watch())
                .afterPoll(
                        observation.sight(),
                        sameSight ? sinceLast : Duration.ZERO,
                        observation.answered(),
                        sameAnswer ? sinceLast : Duration.ZERO)
                .withSettling(request.stage().isSettling());
        lastPolls.put(
                request.id(),
                new LastPoll(Leg.of(request.stage()), watch, now, observation.sight(), observation.answered()));
        return request.withWatch(watch);
    }

    /** Whether another replica has watched for longer than this process, whose memory is then of another time. */
    private static boolean wasWatchedElsewhere(Watch saved, Watch inMemory) {
        return saved.observed().compareTo(inMemory.observed()) > 0;
    }

    /** The times of memory, which are at least those that were saved, with the notices that were saved. */
    private static Watch unsaved(Watch saved, Watch inMemory) {
        return saved.withTimesOf(new Watch(
                max(inMemory.observed(), saved.observed()),
                inMemory.missing(),
                inMemory.silent(),
                inMemory.settlingFrom().or(saved::settlingFrom),
                false,
                Optional.empty()));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Drops what is kept of requests that are not polled any more. */
    void retain(Collection<RequestId> polled) {
        lastPolls.keySet().retainAll(polled);
    }
}
