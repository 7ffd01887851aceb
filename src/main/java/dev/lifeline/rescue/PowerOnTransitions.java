package dev.lifeline.rescue;

import dev.lifeline.device.Inspection;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.PowerOn.State;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Transitions of the command that powers a device on while its rescue awaits confirmation: asked for, claimed on disk before it is sent, its
 * result applied, and the device looked at until it is on. None of them launches a rescue. Pure.
 */
public final class PowerOnTransitions {

    private PowerOnTransitions() {}

    /** Somebody asks for it; again only where nothing was done. */
    public static TransitionResult request(RescueRequest request, Requester by, Instant now) {
        if (!(request.stage() instanceof AwaitingConfirmation waiting)) return request.rejectAnsweredOrClosed();
        if (now.isAfter(waiting.confirmBy())) return new TransitionResult.Rejected(TransitionRejection.EXPIRED);
        return isOffered(request)
                ? request.transitionTo(
                        withPowerOn(request, PowerOn.requested(by, now)),
                        new RescueEvent.PowerOnRequested(by.slackUserId()))
                : request.rejectAnsweredOrClosed();
    }

    /** Whether it can be asked for: the device was reported off, has a system that could start, and no command was sent that may still have an effect. */
    public static boolean isOffered(RescueRequest request) {
        return request.stage() instanceof AwaitingConfirmation waiting
                && request.plan().inspection().status().powerState() == PowerState.OFF
                && request.device().operatingSystem().family() != Family.NONE
                && waiting.powerOn()
                        .filter(powerOn -> powerOn.state() != State.NOT_DONE)
                        .isEmpty();
    }

    /** Claims the command; the caller that saves this first sends it. Empty where it is not to be sent. */
    public static Optional<TransitionResult.Applied> claim(RescueRequest request, Instant now) {
        return powerOn(request)
                .filter(powerOn -> powerOn.state() == State.REQUESTED)
                .map(powerOn -> request.transitionTo(withPowerOn(request, powerOn.claimed(now))));
    }

    /** Nothing was sent. */
    public static Optional<TransitionResult.Applied> notSent(RescueRequest request, RescueEvent why) {
        return powerOn(request)
                .map(powerOn -> request.transitionTo(withPowerOn(request, powerOn.over(State.NOT_DONE)), why));
    }

    /** Applies the result of the command, which goes on the record whatever became of the request since. */
    public static Optional<TransitionResult.Applied> apply(
            RescueRequest request, PowerOn claimed, CommandResult result, Instant now) {
        RescueEvent event = event(result);
        boolean same = powerOn(request).filter(claimed::isSameClaim).isPresent();
        PowerOn next = result.mayTakeEffect()
                ? claimed.sent(result instanceof CommandResult.Accepted ? State.ACCEPTED : State.UNCONFIRMED, now)
                : claimed.over(State.NOT_DONE);
        return Optional.of(request.transitionTo(same ? withPowerOn(request, next) : request.stage(), event));
    }

    private static RescueEvent event(CommandResult result) {
        if (result instanceof CommandResult.Accepted) return new RescueEvent.PowerOnAccepted();
        if (result instanceof CommandResult.Unconfirmed) return new RescueEvent.PowerOnUnconfirmed();
        if (result instanceof CommandResult.NotPermitted no) return new RescueEvent.PowerOnNotDone(no.detail());
        return result instanceof CommandResult.Busy busy
                ? new RescueEvent.PowerOnNotDone(busy.detail())
                : new RescueEvent.PowerOnNotDone("");
    }

    /** What a look at the device shows; empty where it has to be looked at again. The plan then is of the device as it is. */
    public static Optional<TransitionResult.Applied> look(RescueRequest request, Inspection seen, Instant now) {
        return powerOn(request).flatMap(powerOn -> look(request, powerOn, seen, now));
    }

    private static Optional<TransitionResult.Applied> look(
            RescueRequest request, PowerOn powerOn, Inspection seen, Instant now) {
        if (seen.status().powerState() == PowerState.ON)
            return Optional.of(request.asInspected(seen)
                    .transitionTo(withPowerOn(request, powerOn.over(State.ON)), new RescueEvent.PoweredOn()));
        Duration elapsed = Duration.between(powerOn.requestedAt(), now);
        return elapsed.compareTo(PowerOn.OBSERVATION) < 0
                ? Optional.empty()
                : Optional.of(request.transitionTo(
                        withPowerOn(request, powerOn.over(State.NOT_SEEN)), new RescueEvent.PowerOnNotSeen(elapsed)));
    }

    /** The same request at the same version, whose device is looked at again later. */
    public static RescueRequest lookLater(RescueRequest request, Instant now) {
        return powerOn(request)
                .map(powerOn -> request.withStage(withPowerOn(request, powerOn.lookedAt(now))))
                .orElse(request);
    }

    private static Optional<PowerOn> powerOn(RescueRequest request) {
        return request.stage() instanceof AwaitingConfirmation waiting ? waiting.powerOn() : Optional.empty();
    }

    private static Stage withPowerOn(RescueRequest request, PowerOn powerOn) {
        return new AwaitingConfirmation(((AwaitingConfirmation) request.stage()).confirmBy(), Optional.of(powerOn));
    }
}
