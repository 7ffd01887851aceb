package dev.lifeline.rescue;

import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long the phases of a request take.
 *
 * @param estimate of the phase that runs or comes next; empty where nothing is known, or no phase is ahead
 * @param boot how long the boot took, where that was observed: not by a person's word, who may say it late
 * @param exit how long the way back took, where the bot sent the command and observed the return
 */
public record PhaseTimes(Optional<Estimate> estimate, Optional<Duration> boot, Optional<Duration> exit) {

    /** Nothing is known. */
    public static final PhaseTimes NONE = new PhaseTimes(Optional.empty(), Optional.empty(), Optional.empty());

    PhaseTimes withEstimate(Optional<Estimate> known) {
        return new PhaseTimes(known, boot, exit);
    }

    /** The times once a request has left one stage for another. */
    PhaseTimes after(Stage from, Stage to, List<RescueEvent> events) {
        if (to instanceof InRescue in && !(from instanceof InRescue))
            return new PhaseTimes(Optional.empty(), boot.or(() -> bootTime(from, in)), exit);
        if (to instanceof Closed closed)
            return new PhaseTimes(Optional.empty(), boot, exit.or(() -> exitTime(from, closed, events)));
        return from instanceof InRescue
                        && to instanceof Exiting exiting
                        && exiting.requestedBy().isEmpty()
                ? withEstimate(Optional.empty())
                : this;
    }

    private static Optional<Duration> bootTime(Stage from, InRescue in) {
        boolean boots = from instanceof Launching || from instanceof Booting;
        boolean observed = in.evidence() != Evidence.REPORTED_BY_PERSON;
        return boots && observed ? between(from.startedAt(), in.enteredAt()) : Optional.empty();
    }

    private static Optional<Duration> exitTime(Stage from, Closed closed, List<RescueEvent> events) {
        boolean requested =
                from instanceof Exiting exiting && exiting.requestedBy().isPresent();
        boolean observed = events.stream().anyMatch(RescueEvent.Exited.class::isInstance);
        return requested && observed ? between(from.startedAt(), closed.closedAt()) : Optional.empty();
    }

    private static Optional<Duration> between(Optional<Instant> start, Instant end) {
        return start.map(at -> Duration.between(at, end)).filter(PhaseDuration::isPlausible);
    }

    /** What was observed, for the estimates of later rescues of such devices. */
    public List<PhaseDuration> observed(DeviceClass deviceClass) {
        return Stream.concat(
                        boot.map(took -> new PhaseDuration(Phase.BOOT, deviceClass, took)).stream(),
                        exit.map(took -> new PhaseDuration(Phase.EXIT, deviceClass, took)).stream())
                .toList();
    }

    /** The provider's average for a transaction; empty where earlier rescues say more, or an average is known already. */
    Optional<Estimate> estimateBy(Transaction running) {
        boolean enough = estimate.filter(known -> known.source() != Estimate.Source.DOCUMENTS)
                .isPresent();
        return enough
                ? Optional.empty()
                : running.averageDuration().map(average -> Estimates.ofAverage(average, Estimate.Source.PROVIDER));
    }
}
