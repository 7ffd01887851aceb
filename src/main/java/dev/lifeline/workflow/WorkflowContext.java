package dev.lifeline.workflow;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.Devices;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.rescue.TransitionResult;
import java.time.Instant;
import java.time.InstantSource;

/** What does every step of the clockwork work with? */
public record WorkflowContext(
        AccessCheck access,
        Devices devices,
        RescueProvider rescueProvider,
        DeviceProbe probe,
        RescueRequests requests,
        TransitionRecorder recorder,
        TransactionRunner transactionRunner,
        InstantSource clock,
        PollIntervals pollIntervals) {

    /** When to try again what cannot be done now. */
    Instant retryAt() {
        return clock.instant().plus(pollIntervals.retry());
    }

    /** Writes a move of the clockwork's own; false when somebody else moved the request first. */
    boolean record(TransitionResult.Applied applied) {
        try {
            transactionRunner.run(() -> recorder.record(applied, Actor.SYSTEM));
            return true;
        } catch (StaleRequestException race) {
            return false;
        }
    }
}
