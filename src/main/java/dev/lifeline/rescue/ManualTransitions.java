package dev.lifeline.rescue;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.TransactionKind;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Instant;
import java.util.Optional;

/** Transitions by a person's word, which lead out of every stage that does not go on by itself. Who may is decided before. Pure. */
public final class ManualTransitions {

    private ManualTransitions() {}

    /**
     * Closes the request by hand, in whatever open stage; the device is not watched any more.
     *
     * @param reason not blank
     */
    public static TransitionResult close(RescueRequest request, Requester by, String reason, Instant now) {
        if (request.stage().isClosed()) return new TransitionResult.Rejected(TransitionRejection.CLOSED);
        if (reason.isBlank()) return new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED);
        if (reason.length() > Confirmation.MAX_REASON_CHARS)
            return new TransitionResult.Rejected(TransitionRejection.REASON_TOO_LONG);
        return request.transitionTo(
                new Closed(CloseReason.BY_HAND, by.username() + " closed it: " + reason, now),
                new RescueEvent.ClosedByHand(
                        by.slackUserId(), reason, request.stage().isPolled()));
    }

    /**
     * Takes a person's word that the device runs its installed system, unless what is seen of it says otherwise: the word is the weakest
     * evidence. As long as nothing is known of the launch command there is nothing to be back from, and its late response reopens the
     * request like any that was closed by hand.
     *
     * @param status of the device just now; {@link DeviceStatus#UNKNOWN} where the provider does not tell
     */
    public static TransitionResult reportBack(
            RescueRequest request, Requester by, DeviceStatus status, ProbeResult probeResult, Instant now) {
        if (!request.stage().isPolled()) return request.rejectAnsweredOrClosed();
        Optional<TransitionRejection> contradiction = contradictionToReturn(request.stage(), status, probeResult);
        return contradiction.isPresent()
                ? new TransitionResult.Rejected(contradiction.get())
                : closeAsBack(request, by, now);
    }

    private static TransitionResult closeAsBack(RescueRequest request, Requester by, Instant now) {
        String detail = by.username() + " says that it is back";
        RescueEvent reported = new RescueEvent.ReportedBack(by.slackUserId());
        return request.stage() instanceof Launching
                ? request.close(CloseReason.BY_HAND, detail, now, reported)
                : request.transitionTo(
                        new Closed(CloseReason.EXITED, detail, now),
                        reported,
                        new RescueEvent.Exited(Evidence.REPORTED_BY_PERSON));
    }

    private static Optional<TransitionRejection> contradictionToReturn(
            Stage stage, DeviceStatus status, ProbeResult probeResult) {
        boolean held = status.activeTransaction()
                .filter(transaction -> transaction.kind() != TransactionKind.ONLINE)
                .isPresent();
        if (held) return Optional.of(TransitionRejection.TRANSACTION_RUNNING);
        boolean otherSystem = isOtherHostKey(stage, Baseline.fingerprint(probeResult)) || isImageLoaded(stage, status);
        return otherSystem ? Optional.of(TransitionRejection.NOT_INSTALLED_SYSTEM) : Optional.empty();
    }

    /** After the rescue kernel was seen, its own host key; before that, any but that of the installed system, unless that was replaced. */
    private static boolean isOtherHostKey(Stage stage, Optional<String> seen) {
        Optional<String> rescue = rescueKernel(stage).flatMap(Baseline::hostKey);
        Optional<Baseline> before = installedSystem(stage);
        if (seen.isEmpty()
                || before.filter(installed -> installed.isInstalled(seen)).isPresent()) return false;
        return rescueKernel(stage).isPresent()
                ? seen.equals(rescue)
                : before.filter(installed -> installed.isOther(seen) && !installed.replaced())
                        .isPresent();
    }

    /** A boot image that was not loaded before the launch. */
    private static boolean isImageLoaded(Stage stage, DeviceStatus status) {
        return status.bootImageId().isPresent()
                && installedSystem(stage)
                        .filter(before -> !before.status().bootImageId().equals(status.bootImageId()))
                        .isPresent();
    }

    private static Optional<Baseline> installedSystem(Stage stage) {
        if (stage instanceof Launching launching) return Optional.of(launching.baseline());
        if (stage instanceof Booting booting) return Optional.of(booting.baseline());
        if (stage instanceof InRescue inRescue) return Optional.of(inRescue.baseline());
        return stage instanceof Exiting exiting ? Optional.of(exiting.baseline()) : Optional.empty();
    }

    private static Optional<Baseline> rescueKernel(Stage stage) {
        if (stage instanceof InRescue inRescue) return Optional.of(inRescue.rescueBaseline());
        return stage instanceof Exiting exiting ? Optional.of(exiting.rescueBaseline()) : Optional.empty();
    }
}
