package dev.lifeline.workflow;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.InstalledSystem;
import dev.lifeline.rescue.Reopening;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult.Applied;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
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

    /** How old a check of access may be when a command is claimed: a process may stand still between the two. */
    static final Duration MAX_CHECK_AGE = Duration.ofMinutes(1);

    /** Many may have been cancelled since the last one that sent a command. */
    private static final int EARLIER_REQUESTS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(CommandStep.class);

    private final AccessCheck accessCheck;
    private final Devices devices;
    private final RescueRequests requests;
    private final WorkflowRecorder recorder;
    private final LongSupplier nanoTime;
    private final Map<RequestId, Runnable> unrecorded = new ConcurrentHashMap<>();

    /** A step whose claims run on the system's monotonic clock. */
    public CommandStep(AccessCheck accessCheck, Devices devices, RescueRequests requests, WorkflowRecorder recorder) {
        this(accessCheck, devices, requests, recorder, System::nanoTime);
    }

    /** @param nanoTime a monotonic clock in nanoseconds, on which the send-by time of a claim runs */
    public CommandStep(
            AccessCheck accessCheck,
            Devices devices,
            RescueRequests requests,
            WorkflowRecorder recorder,
            LongSupplier nanoTime) {
        this.accessCheck = accessCheck;
        this.devices = devices;
        this.requests = requests;
        this.recorder = recorder;
        this.nanoTime = nanoTime;
    }

    /** One command of one request, and the transitions that follow from each outcome. */
    interface Command {

        DeviceOperation operation();

        /** The present time. */
        Instant now();

        /** The requester whose access decides. */
        Requester requestedBy();

        /** Nothing could be decided now, or the provider does not show the device for the moment: the command is tried again later. */
        Optional<Applied> postpone();

        /** The access check denied it. */
        Optional<Applied> onDenied(DenialReason denialReason);

        /** What follows where an earlier command, which the provider turned away, may have begun something on the device all the same. */
        Optional<Applied> suspectSent(DeviceStatus seen);

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
         * @param before the device as it is now, with which it is compared should the provider turn the command away
         * @param claim empty when the request has no command to claim
         */
        record Send(PreparedCommand command, Baseline before, Optional<Applied> claim, ResultTransition onResult)
                implements NextStep {}
    }

    /** Maps the result of a command to a transition. */
    @FunctionalInterface
    interface ResultTransition {

        /**
         * The transition of the request as it is now; empty when polling has already moved it past the result.
         *
         * @param claimed the stage that the claim made
         */
        Optional<Applied> apply(RescueRequest request, Stage claimed, CommandResult result);
    }

    /** Carries out one command, or records why not. */
    void execute(RescueRequest request, Command command) {
        try {
            long checkedAt = nanoTime.getAsLong();
            Optional<DenialReason> denialReason = denialReason(request, command);
            if (denialReason.isPresent()) deny(request, command, denialReason.get());
            else inspect(request, command, checkedAt);
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
        return decision.firstDenialReason()
                .or(() -> decision.allowedUser()
                        .filter(user -> !user.id().equals(requester.cloudUserId()))
                        .map(user -> new DenialReason.Relinked(user.label())));
    }

    private void deny(RescueRequest request, Command command, DenialReason denialReason) {
        Optional<Applied> transition = denialReason instanceof DenialReason.UpstreamUnavailable
                ? command.postpone()
                : readStatus(request.device().id())
                        .flatMap(command::suspectSent)
                        .or(() -> command.onDenied(denialReason));
        transition.ifPresent(recorder::record);
    }

    private void inspect(RescueRequest request, Command command, long checkedAt) {
        Optional<Inspection> inspection = devices.inspect(request.device().id());
        if (inspection.isEmpty()) {
            LOG.warn("Device not shown by the provider, request {} postponed", request.id());
            command.postpone().ifPresent(recorder::record);
            return;
        }
        NextStep nextStep = command.prepare(inspection.get());
        if (nextStep instanceof NextStep.Send send && isRecent(checkedAt)) send(request, command, send);
        else if (nextStep instanceof NextStep.Send) checkAgain(request, command);
        else ((NextStep.Hold) nextStep).transition().ifPresent(recorder::record);
    }

    /** What earlier requests tell of the installed system of a device; empty where none sent a command. */
    Optional<InstalledSystem> installedSystem(DeviceId device) {
        return InstalledSystem.lastKnown(requests.findRecent(Optional.of(device), EARLIER_REQUESTS));
    }

    /** The step that looks whether a launch took effect of which nobody recorded what became of it. */
    LateLaunchStep lateLaunchStep(DeviceProbe probe) {
        return new LateLaunchStep(requests, recorder, probe, this::readStatus);
    }

    private boolean isRecent(long checkedAt) {
        return nanoTime.getAsLong() - checkedAt < MAX_CHECK_AGE.toNanos();
    }

    private void checkAgain(RescueRequest request, Command command) {
        LOG.warn("Access check too old, request {} postponed", request.id());
        command.postpone().ifPresent(recorder::record);
    }

    private void send(RescueRequest request, Command command, NextStep.Send send) {
        if (send.claim().isEmpty()) return;
        CommandClaim claim = new CommandClaim(send.claim().get().next(), requests, nanoTime);
        if (!recorder.record(send.claim().get())) return;
        DeviceId device = request.device().id();
        LOG.info("Sending {} for request {}, device {}", command.operation(), request.id(), device);
        CommandResult answer = send.command().send(claim);
        LOG.info("Provider answered {} for request {}: {}", command.operation(), request.id(), answer);
        CommandResult result = compareWithDevice(device, send.before(), answer);
        record(
                request.id(),
                () -> applyResult(
                        request.id(), command, current -> send.onResult().apply(current, claim.stage(), result)));
    }

    /** Nobody else knows the result: where the database fails just now, it is recorded when this process takes its next step. */
    private void record(RequestId id, Runnable result) {
        try {
            result.run();
        } catch (RuntimeException e) {
            unrecorded.put(id, result);
            throw e;
        }
    }

    /** Records the results that could not be recorded before; throws as the database does when it fails again. */
    void recordEarlierResults() {
        for (RequestId id : List.copyOf(unrecorded.keySet()))
            Optional.ofNullable(unrecorded.remove(id)).ifPresent(result -> record(id, result));
    }

    /**
     * A command may be executed and a repetition of it turned away: a launch is a GET, which a proxy may repeat. So an answer that nothing
     * was done is believed only where the device shows nothing new (src/docs/decisions/0021-a-busy-answer-is-compared-with-the-device.md).
     */
    private CommandResult compareWithDevice(DeviceId device, Baseline before, CommandResult answer) {
        boolean busy = answer instanceof CommandResult.Busy;
        boolean turnedAway = busy || answer instanceof CommandResult.NotPermitted;
        // where the device cannot be seen, a busy provider may be busy with this command, and one that refuses may only
        // hide the device
        boolean mayHaveBegun =
                turnedAway && readStatus(device).map(before::showsActivitySince).orElse(true);
        return mayHaveBegun ? new CommandResult.Unconfirmed("turned away, but the device changed: " + answer) : answer;
    }

    private Optional<DeviceStatus> readStatus(DeviceId device) {
        try {
            return devices.inspect(device).map(Inspection::status).filter(DeviceStatus::isKnown);
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable, device {} not compared: {}", device, e.getMessage());
            return Optional.empty();
        }
    }

    /** Repeated while somebody else changes the request, or opens another for its device, in between. */
    private void applyResult(RequestId id, Command command, Function<RescueRequest, Optional<Applied>> onResult) {
        boolean done = false;
        while (!done)
            done = requests.find(id)
                    .flatMap(current -> onResult.apply(current).map(next -> transitions(current, next, command.now())))
                    .map(recorder::record)
                    .orElse(true);
    }

    private List<Applied> transitions(RescueRequest current, Applied applied, Instant now) {
        boolean reopened = current.stage().isClosed() && !applied.next().stage().isClosed();
        return reopened
                ? Reopening.transitions(
                        current, applied, requests.findOpen(current.device().id()), now)
                : List.of(applied);
    }
}
