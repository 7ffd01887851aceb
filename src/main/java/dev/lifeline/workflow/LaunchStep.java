package dev.lifeline.workflow;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.LateLaunch;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import dev.lifeline.rescue.TransitionResult.Applied;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Launches the rescue kernel for a request that is ready: the requester's access is read once more, the device is checked again, drift
 * starts the approval anew, and only then the command is claimed and sent (promises P1 and P4). Blocks for provider calls and up to 3 probes.
 */
public final class LaunchStep {

    /** Of a device that does not answer; each takes seconds. */
    static final int MAX_PROBES = 3;

    private final CommandStep commandStep;
    private final RescueProvider rescueProvider;
    private final DeviceProbe probe;
    private final InstantSource clock;
    private final PollIntervals pollIntervals;

    public LaunchStep(
            CommandStep commandStep,
            RescueProvider rescueProvider,
            DeviceProbe probe,
            InstantSource clock,
            PollIntervals pollIntervals) {
        this.commandStep = commandStep;
        this.rescueProvider = rescueProvider;
        this.probe = probe;
        this.clock = clock;
        this.pollIntervals = pollIntervals;
    }

    boolean isDue(ReadyToLaunch readyToLaunch) {
        return pollIntervals.isLaunchDue(readyToLaunch.notBefore(), clock.instant());
    }

    /** Records what became of earlier commands, of whatever request, where the database failed just then. */
    void recordEarlierResults() {
        commandStep.recordEarlierResults();
    }

    /** Looks whether the launch of a closed request took effect, of which nobody recorded what became of it. */
    void look(RescueRequest request, LateLaunch lateLaunch) {
        commandStep.lateLaunchStep(probe).execute(request, lateLaunch, clock.instant());
    }

    void execute(RescueRequest request, ReadyToLaunch readyToLaunch) {
        commandStep.execute(request, new Launch(request, readyToLaunch, clock.instant()));
    }

    /** A probe may be lost, and a device that was silent before its launch tells less afterwards. */
    private ProbeResult probeRepeatedly(Device device) {
        ProbeResult result = probe.probe(device);
        for (int i = 1; i < MAX_PROBES && result instanceof ProbeResult.NoAnswer; i++) result = probe.probe(device);
        return result;
    }

    private Instant retryAt() {
        return pollIntervals.retryAt(clock.instant());
    }

    private final class Launch implements CommandStep.Command {

        private final RescueRequest request;
        private final ReadyToLaunch readyToLaunch;
        private final Instant now;

        private Launch(RescueRequest request, ReadyToLaunch readyToLaunch, Instant now) {
            this.request = request;
            this.readyToLaunch = readyToLaunch;
            this.now = now;
        }

        @Override
        public DeviceOperation operation() {
            return DeviceOperation.LAUNCH_RESCUE;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Requester requestedBy() {
            return request.plan().requester();
        }

        @Override
        public Optional<Applied> postpone() {
            return LaunchTransitions.postpone(request, retryAt());
        }

        @Override
        public Optional<Applied> onDenied(DenialReason denialReason) {
            return Optional.of(blocked(denialReason, new RescueEvent.AccessDenied(denialReason)));
        }

        @Override
        public Optional<Applied> suspectSent(DeviceStatus seen) {
            return LaunchTransitions.suspectSent(request, seen, now);
        }

        private Applied blocked(Object detail, RescueEvent event) {
            return LaunchTransitions.giveUp(request, CloseReason.BLOCKED, detail.toString(), event, now);
        }

        @Override
        public CommandStep.NextStep prepare(Inspection inspection) {
            Optional<Applied> suspected = suspectSent(inspection.status());
            if (suspected.isPresent()) return new CommandStep.NextStep.Hold(suspected);
            return LaunchTransitions.isLaunchWindowOver(request, now)
                    ? new CommandStep.NextStep.Hold(Optional.of(LaunchTransitions.expire(request, now)))
                    : check(inspection);
        }

        private CommandStep.NextStep check(Inspection inspection) {
            Optional<PreflightFailure> failure = Preflight.findRename(request.device(), inspection.device())
                    .or(() -> Preflight.firstFailure(inspection))
                    .or(() -> rescueProvider.findPreflightFailure(inspection.device()));
            if (failure.isPresent()) return new CommandStep.NextStep.Hold(onPreflightFailure(failure.get()));
            Optional<Applied> drift = ApprovalTransitions.restartOnDrift(request, inspection, now);
            return drift.isPresent() ? new CommandStep.NextStep.Hold(drift) : send(inspection);
        }

        private Optional<Applied> onPreflightFailure(PreflightFailure failure) {
            return failure instanceof PreflightFailure.OutstandingTransaction
                    ? postpone()
                    : Optional.of(blocked(failure, new RescueEvent.Blocked(failure)));
        }

        private CommandStep.NextStep send(Inspection inspection) {
            PreparedCommand command = rescueProvider.prepareLaunch(
                    inspection.device(), readyToLaunch.confirmation().system());
            Baseline baseline = Baseline.beforeLaunch(
                    inspection.status(),
                    probeRepeatedly(inspection.device()),
                    commandStep.installedSystem(request.device().id()));
            Optional<Applied> claim = LaunchTransitions.claim(request, baseline, clock.instant());
            return new CommandStep.NextStep.Send(command, baseline, claim, this::onResult);
        }

        private Optional<Applied> onResult(RescueRequest current, Stage claimed, CommandResult result) {
            return LaunchTransitions.apply(
                    current, (Launching) claimed, readyToLaunch, result, clock.instant(), retryAt());
        }
    }
}
