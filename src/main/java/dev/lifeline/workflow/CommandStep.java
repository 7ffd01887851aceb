package dev.lifeline.workflow;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransitionResult.Applied;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a provider command for a request, at most once (promise P1): checks access afresh (promise P4), inspects the device, claims
 * the command by saving the stage that says so, sends it, and applies its result. A process that dies between the claim and the call leaves
 * a command that is never sent.
 *
 * <p>Blocks for several provider calls. The {@link Command} says what differs between a launch and an exit.
 */
public final class CommandStep {

    private static final Logger LOG = LoggerFactory.getLogger(CommandStep.class);

    private final AccessCheck accessCheck;
    private final Devices devices;
    private final RescueRequests requests;
    private final WorkflowRecorder recorder;

    public CommandStep(AccessCheck accessCheck, Devices devices, RescueRequests requests, WorkflowRecorder recorder) {
        this.accessCheck = accessCheck;
        this.devices = devices;
        this.requests = requests;
        this.recorder = recorder;
    }

    /** One command of one request, and the transitions that follow from each outcome. */
    interface Command {

        DeviceOperation operation();

        /** The requester whose access decides. */
        Requester requestedBy();

        /** Nothing could be decided now: the command is tried again later. */
        Optional<Applied> postpone();

        /** The access check denied it. */
        Optional<Applied> onDenied(DenialReason denialReason);

        /** The provider does not know the device any more. */
        Applied onDeviceGone();

        /**
         * What to do with the device as it was found. Looks up everything that the command needs; sends nothing.
         *
         * @throws ProviderUnavailableException when a lookup fails
         */
        NextStep prepare(Inspection inspection);
    }

    /** What follows from an inspection. */
    sealed interface NextStep {

        /** The command is not sent; the transition says why, where there is one. */
        record Hold(Optional<Applied> transition) implements NextStep {}

        /**
         * The command is sent if its claim can be saved.
         *
         * @param claim empty when the request has no command to claim
         */
        record Send(PreparedCommand command, Optional<Applied> claim, ResultTransition onResult) implements NextStep {}
    }

    /** Maps the result of a command to a transition. */
    @FunctionalInterface
    interface ResultTransition {

        /** The transition of the request as it is now; empty when polling has already moved it past the result. */
        Optional<Applied> apply(RescueRequest request, CommandResult result);
    }

    /** Carries out one command, or records why not. */
    void execute(RescueRequest request, Command command) {
        try {
            Optional<DenialReason> denialReason = denialReason(request, command);
            if (denialReason.isPresent()) deny(command, denialReason.get());
            else inspect(request, command);
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable, request {} postponed: {}", request.id(), e.getMessage());
            command.postpone().ifPresent(recorder::record);
        }
    }

    /** What one cloud user requested is not carried out with the rights of another, whom the requester was linked to since (promise P5). */
    private Optional<DenialReason> denialReason(RescueRequest request, Command command) {
        Requester requester = command.requestedBy();
        AccessDecision decision = accessCheck.check(
                requester.slackUserId(), command.operation(), request.device().id());
        return decision.firstDenialReason().or(() -> decision.allowedUser()
                .filter(user -> !user.id().equals(requester.cloudUserId()))
                .map(user -> new DenialReason.Relinked(user.username())));
    }

    private void deny(Command command, DenialReason denialReason) {
        Optional<Applied> transition = denialReason instanceof DenialReason.UpstreamUnavailable
                ? command.postpone()
                : command.onDenied(denialReason);
        transition.ifPresent(recorder::record);
    }

    private void inspect(RescueRequest request, Command command) {
        Optional<Inspection> inspection = devices.inspect(request.device().id());
        if (inspection.isEmpty()) {
            recorder.record(command.onDeviceGone());
            return;
        }
        NextStep nextStep = command.prepare(inspection.get());
        if (nextStep instanceof NextStep.Send send) send(request, command.operation(), send);
        else ((NextStep.Hold) nextStep).transition().ifPresent(recorder::record);
    }

    private void send(RescueRequest request, DeviceOperation operation, NextStep.Send send) {
        if (send.claim().isEmpty() || !recorder.record(send.claim().get())) return;
        LOG.info(
                "Sending {} for request {}, device {}",
                operation,
                request.id(),
                request.device().id());
        CommandResult result = send.command().send();
        LOG.info("Provider answered {} for request {}: {}", operation, request.id(), result);
        applyResult(request, send.onResult(), result);
    }

    /** Repeated while somebody else changes the request in between. */
    private void applyResult(RescueRequest request, ResultTransition onResult, CommandResult result) {
        boolean done = false;
        while (!done)
            done = requests.find(request.id())
                    .flatMap(current -> onResult.apply(current, result))
                    .map(recorder::record)
                    .orElse(true);
    }
}
