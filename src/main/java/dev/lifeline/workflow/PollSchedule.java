package dev.lifeline.workflow;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.monitor.DeviceObservation;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When the device of each request is polled next: the longer its stage and what the provider reports stay the same, the later
 * ({@link PollIntervals#between}). Any change of the stage, by a click, a command or the device, makes it due at once. Kept in memory, by a
 * monotonic clock; after a restart the time that was watched in the stage counts as unchanged. Confined to the thread that polls.
 */
public final class PollSchedule {

    /**
     * The last poll of a request.
     *
     * @param status the last that the provider reported
     * @param changedNanos since when nothing changed
     */
    private record LastPoll(Stage stage, Optional<DeviceStatus> status, long changedNanos, long polledNanos) {

        Duration unchanged() {
            return Duration.ofNanos(polledNanos - changedNanos);
        }
    }

    private final Map<RequestId, LastPoll> lastPolls = new HashMap<>();
    private final PollIntervals intervals;
    private final LongSupplier nanoClock;

    /** @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime} */
    public PollSchedule(PollIntervals intervals, LongSupplier nanoClock) {
        this.intervals = intervals;
        this.nanoClock = nanoClock;
    }

    /** The requests whose device is to be polled now: those that were never polled first, then the one whose last poll is the longest ago. */
    List<RescueRequest> due(List<RescueRequest> polled) {
        long now = nanoClock.getAsLong();
        return polled.stream()
                .filter(request -> untilDue(request, now).compareTo(Duration.ZERO) <= 0)
                .sorted(Comparator.comparing(request -> sinceLastPoll(request, now), Comparator.reverseOrder()))
                .toList();
    }

    private Duration untilDue(RescueRequest request, long now) {
        LastPoll last = lastPolls.get(request.id());
        if (last == null || !last.stage().equals(request.stage())) return Duration.ZERO;
        return intervals.between(last.stage(), last.unchanged()).minusNanos(now - last.polledNanos());
    }

    private Duration sinceLastPoll(RescueRequest request, long now) {
        LastPoll last = lastPolls.get(request.id());
        return last == null ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.ofNanos(now - last.polledNanos());
    }

    /** Notes that the device of a request was polled. */
    void add(RescueRequest request, DeviceObservation observation) {
        long now = nanoClock.getAsLong();
        Optional<DeviceStatus> reported = observation.status().filter(DeviceStatus::isKnown);
        LastPoll last = lastPolls.get(request.id());
        lastPolls.put(
                request.id(),
                last == null
                        ? new LastPoll(
                                request.stage(),
                                reported,
                                now - request.watch().observed().toNanos(),
                                now)
                        : next(last, request.stage(), reported, now));
    }

    private static LastPoll next(LastPoll last, Stage stage, Optional<DeviceStatus> reported, long now) {
        boolean changed = !last.stage().equals(stage)
                || (reported.isPresent() && last.status().isPresent() && !reported.equals(last.status()));
        return new LastPoll(stage, reported.or(last::status), changed ? now : last.changedNanos(), now);
    }

    /** Forgets the requests that are not polled any more. */
    void retain(List<RescueRequest> polled) {
        lastPolls.keySet().retainAll(polled.stream().map(RescueRequest::id).toList());
    }

    /** The pause until the next of them is due, within the bounds of {@link PollIntervals}. */
    Duration untilNext(List<RescueRequest> polled) {
        long now = nanoClock.getAsLong();
        return intervals.pause(
                polled.stream().map(request -> untilDue(request, now)).min(Comparator.naturalOrder()));
    }
}
