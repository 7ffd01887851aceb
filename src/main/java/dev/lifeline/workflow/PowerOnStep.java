package dev.lifeline.workflow;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.PowerOn;
import dev.lifeline.rescue.PowerOnTransitions;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.TransitionResult.Applied;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Powers a device on when a user asked for it: the access of that user is read once more, then the command is claimed and sent, at most once
 * (promises P1 and P4). Afterwards the device is looked at until the provider reports it on. Blocks for provider calls.
 */
public final class PowerOnStep {

    private static final Logger LOG = LoggerFactory.getLogger(PowerOnStep.class);

    private final CommandStep commandStep;
    private final RescueProvider rescueProvider;
    private final Devices devices;
    private final WorkflowRecorder recorder;
    private final InstantSource clock;

    public PowerOnStep(
            CommandStep commandStep,
            RescueProvider rescueProvider,
            Devices devices,
            WorkflowRecorder recorder,
            InstantSource clock) {
        this.commandStep = commandStep;
        this.rescueProvider = rescueProvider;
        this.devices = devices;
        this.recorder = recorder;
        this.clock = clock;
    }

    boolean isDue(AwaitingConfirmation waiting) {
        Instant now = clock.instant();
        return now.isBefore(waiting.confirmBy())
                && waiting.powerOn()
                        .flatMap(PowerOn::nextAt)
                        .filter(at -> !now.isBefore(at))
                        .isPresent();
    }

    void execute(RescueRequest request, AwaitingConfirmation waiting) {
        PowerOn powerOn = waiting.powerOn().orElseThrow();
        if (powerOn.state() == PowerOn.State.REQUESTED) commandStep.execute(request, new Command(request, powerOn));
        else look(request);
    }

    private void look(RescueRequest request) {
        Optional<Applied> seen =
                inspect(request).flatMap(inspection -> PowerOnTransitions.look(request, inspection, clock.instant()));
        if (seen.isPresent()) recorder.record(seen.get());
        else recorder.saveUntold(PowerOnTransitions.lookLater(request, clock.instant()));
    }

    private Optional<Inspection> inspect(RescueRequest request) {
        try {
            return devices.inspect(request.device().id());
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable, device of request {} not looked at: {}", request.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private final class Command implements CommandStep.Command {

        private final RescueRequest request;
        private final PowerOn powerOn;

        private Command(RescueRequest request, PowerOn powerOn) {
            this.request = request;
            this.powerOn = powerOn;
        }

        @Override
        public DeviceOperation operation() {
            return DeviceOperation.POWER_ON;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Requester requestedBy() {
            return powerOn.requestedBy();
        }

        /** It is not tried again by itself: who asked for it may press once more. */
        @Override
        public Optional<Applied> postpone() {
            return PowerOnTransitions.notSent(request, new RescueEvent.PowerOnNotDone(""));
        }

        @Override
        public Optional<Applied> onDenied(DenialReason denialReason) {
            return PowerOnTransitions.notSent(request, new RescueEvent.AccessDenied(denialReason));
        }

        @Override
        public Optional<Applied> suspectSent(DeviceStatus seen) {
            return Optional.empty();
        }

        @Override
        public CommandStep.NextStep prepare(Inspection inspection) {
            DeviceStatus status = inspection.status();
            if (status.powerState() == PowerState.ON)
                return new CommandStep.NextStep.Hold(PowerOnTransitions.look(request, inspection, clock.instant()));
            if (status.activeTransaction().isPresent())
                return new CommandStep.NextStep.Hold(PowerOnTransitions.notSent(
                        request,
                        new RescueEvent.PowerOnNotDone(
                                status.activeTransaction().get().displayName())));
            return new CommandStep.NextStep.Send(
                    rescueProvider.preparePowerOn(inspection.device()),
                    Baseline.of(status, new ProbeResult.NoAnswer()),
                    PowerOnTransitions.claim(request, clock.instant()),
                    this::onResult);
        }

        private Optional<Applied> onResult(RescueRequest current, Stage claimed, CommandResult result) {
            PowerOn claim = ((AwaitingConfirmation) claimed).powerOn().orElseThrow();
            return PowerOnTransitions.apply(current, claim, result, clock.instant());
        }
    }
}
