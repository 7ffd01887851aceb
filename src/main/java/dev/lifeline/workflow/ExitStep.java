package dev.lifeline.workflow;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.ExitTransitions;
import dev.lifeline.rescue.PendingExit;
import dev.lifeline.rescue.Phase;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult.Applied;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a device out of the rescue kernel when a user requested the exit: the access of that user is read once more, then the command is
 * claimed and sent (promises P1 and P4). Blocks for provider calls.
 */
public final class ExitStep {

    private final CommandStep commandStep;
    private final RescueProvider rescueProvider;
    private final InstantSource clock;
    private final PollIntervals pollIntervals;
    private final Estimates estimates;

    public ExitStep(
            CommandStep commandStep,
            RescueProvider rescueProvider,
            InstantSource clock,
            PollIntervals pollIntervals,
            Estimates estimates) {
        this.commandStep = commandStep;
        this.rescueProvider = rescueProvider;
        this.clock = clock;
        this.pollIntervals = pollIntervals;
        this.estimates = estimates;
    }

    boolean isDue(InRescue inRescue) {
        return inRescue.pendingExit()
                .filter(exit -> pollIntervals.isExitDue(exit.notBefore(), clock.instant()))
                .isPresent();
    }

    void execute(RescueRequest request, InRescue inRescue) {
        commandStep.execute(request, new Exit(request, inRescue.pendingExit().orElseThrow()));
    }

    private final class Exit implements CommandStep.Command {

        private final RescueRequest request;
        private final PendingExit pendingExit;

        private Exit(RescueRequest request, PendingExit pendingExit) {
            this.request = request;
            this.pendingExit = pendingExit;
        }

        @Override
        public DeviceOperation operation() {
            return DeviceOperation.EXIT_RESCUE;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Requester requestedBy() {
            return pendingExit.requestedBy();
        }

        @Override
        public Optional<Applied> postpone() {
            return ExitTransitions.postpone(request, pollIntervals.retryAt(clock.instant()));
        }

        @Override
        public Optional<Applied> onDenied(DenialReason denialReason) {
            return ExitTransitions.cancel(request, new RescueEvent.AccessDenied(denialReason));
        }

        @Override
        public Optional<Applied> suspectSent(DeviceStatus seen) {
            return ExitTransitions.suspectSent(request, seen, now());
        }

        @Override
        public CommandStep.NextStep prepare(Inspection inspection) {
            Optional<Applied> suspected = suspectSent(inspection.status());
            return suspected.isPresent() ? new CommandStep.NextStep.Hold(suspected) : send(inspection);
        }

        private CommandStep.NextStep send(Inspection inspection) {
            boolean bootedFromImage = inspection.status().bootImageId().isPresent();
            PreparedCommand command =
                    rescueProvider.prepareExit(inspection.device(), bootedFromImage, pendingExit.powerCycle());
            RescueRequest before = ExitTransitions.withFreshBaseline(request, inspection.status())
                    .withEstimate(estimates.find(Phase.EXIT, inspection.device()));
            InRescue inRescue = (InRescue) before.stage();
            return new CommandStep.NextStep.Send(
                    command,
                    inRescue.rescueBaseline(),
                    ExitTransitions.claim(before, clock.instant()),
                    (current, claimed, result) -> ExitTransitions.apply(
                            current,
                            (Exiting) claimed,
                            inRescue,
                            result,
                            postponement(inspection, result),
                            clock.instant()));
        }

        /** Bare metal is locked for a time after each power command; where the provider says when that was, its end is known. */
        private RescueEvent.ExitPostponed postponement(Inspection inspection, CommandResult result) {
            Instant answeredAt = clock.instant();
            Optional<Instant> lockedUntil = Optional.of(result)
                    .filter(CommandResult.Busy.class::isInstance)
                    .flatMap(busy -> inspection.status().lastPowerCommandAt())
                    .map(commandAt -> commandAt.plus(pollIntervals.powerCommandLockout()))
                    .filter(answeredAt::isBefore);
            return lockedUntil
                    .map(until ->
                            new RescueEvent.ExitPostponed(until, Optional.of(Duration.between(answeredAt, until))))
                    .orElseGet(() -> new RescueEvent.ExitPostponed(pollIntervals.retryAt(answeredAt)));
        }
    }
}
