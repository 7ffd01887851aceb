package dev.lifeline.rescue.monitor;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;

import dev.lifeline.access.DenialReason;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.PowerOn;
import dev.lifeline.rescue.PowerOnTransitions;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.TransitionResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What happens to a device that is powered on before its rescue is confirmed. */
final class PowerOnEvents {

    private PowerOnEvents() {}

    /** A request for a device that is off. */
    static RescueRequest requestWhileOff() {
        RescueRequest request = openedRequest();
        return request.asInspected(inspection(request, PowerState.OFF));
    }

    /** The same, whose power-on command is claimed. */
    static RescueRequest claimed() {
        RescueRequest asked = PowerOnTransitions.request(requestWhileOff(), ASHA_REQUESTER, NOON)
                .applied()
                .orElseThrow()
                .next();
        return PowerOnTransitions.claim(asked, NOON).orElseThrow().next();
    }

    private static Inspection inspection(RescueRequest request, PowerState power) {
        DeviceStatus status =
                new DeviceStatus(power, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
        return new Inspection(request.device(), status, true, false, true, true);
    }

    static Map<String, StageEvent> all(Map<String, CommandResult> results) {
        Map<String, StageEvent> events = new LinkedHashMap<>();
        events.put(
                "access denied",
                sample -> PowerOnTransitions.notSent(
                                sample.request(), new RescueEvent.AccessDenied(new DenialReason.CloudUserGone()))
                        .map(applied -> (TransitionResult) applied));
        results.forEach((name, result) -> events.put(name, sample -> apply(sample, result)));
        events.put("reported on", sample -> look(sample, PowerState.ON, 30));
        events.put("not reported on for 6 min", sample -> look(sample, PowerState.OFF, 360));
        return events;
    }

    private static Optional<TransitionResult> apply(StageSample sample, CommandResult result) {
        Optional<PowerOn> claim =
                sample.request().stage() instanceof AwaitingConfirmation waiting ? waiting.powerOn() : Optional.empty();
        return claim.flatMap(powerOn -> PowerOnTransitions.apply(sample.request(), powerOn, result, sample.at()));
    }

    private static Optional<TransitionResult> look(StageSample sample, PowerState power, int seconds) {
        return PowerOnTransitions.look(
                        sample.request(),
                        inspection(sample.request(), power),
                        sample.at().plusSeconds(seconds))
                .map(applied -> (TransitionResult) applied);
    }
}
