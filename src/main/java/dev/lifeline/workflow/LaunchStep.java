package dev.lifeline.workflow;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import dev.lifeline.rescue.TransitionResult;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * May it be launched now, and what did the provider answer? Rights and machine are read once more, the one order is claimed on disk,
 * and only then it is sent (promises P1 and P4).
 */
final class LaunchStep {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchStep.class);

    private final WorkflowContext context;

    LaunchStep(WorkflowContext context) {
        this.context = context;
    }

    void execute(RescueRequest request, ReadyToLaunch readyToLaunch) {
        Instant now = context.clock().instant();
        if (LaunchTransitions.isLaunchWindowOver(request, now)) {
            context.record(LaunchTransitions.expire(request, now));
            return;
        }
        try {
            checkAccess(request, readyToLaunch, now);
        } catch (ProviderUnavailableException away) {
            LOG.warn("request {} waits: {}", request.id(), away.getMessage());
            LaunchTransitions.postpone(request, context.retryAt()).ifPresent(context::record);
        }
    }

    private void checkAccess(RescueRequest request, ReadyToLaunch readyToLaunch, Instant now) {
        Optional<TransitionResult.Applied> objected = accessDenial(request, now);
        if (objected.isPresent()) {
            context.record(objected.get());
            return;
        }
        Optional<Inspection> seen = context.devices().inspect(request.device().id());
        if (seen.isEmpty())
            context.record(request.close(
                    CloseReason.DEVICE_GONE, "not visible before the launch", now, new RescueEvent.DeviceGone()));
        else checkDevice(request, readyToLaunch, seen.get(), now);
    }

    private Optional<TransitionResult.Applied> accessDenial(RescueRequest request, Instant now) {
        Requester asked = request.plan().requester();
        AccessDecision accessDecision = context.access()
                .check(
                        asked.slackUserId(),
                        DeviceOperation.LAUNCH_RESCUE,
                        request.device().id());
        Optional<DenialReason> denialReason = accessDecision
                .firstDenialReason()
                .or(() -> accessDecision.allowedUser().flatMap(user -> relinkedDenial(asked, user)));
        if (denialReason.isEmpty()) return Optional.empty();
        if (denialReason.get() instanceof DenialReason.UpstreamUnavailable)
            return LaunchTransitions.postpone(request, context.retryAt());
        RescueEvent news = new RescueEvent.AccessDenied(denialReason.get());
        return Optional.of(request.close(CloseReason.BLOCKED, denialReason.get().toString(), now, news));
    }

    /** Others agreed to one cloud user's wish: it is not carried out with another one's rights (promise P5). */
    private static Optional<DenialReason> relinkedDenial(Requester asked, CloudUser now) {
        return now.id().equals(asked.cloudUserId())
                ? Optional.empty()
                : Optional.of(new DenialReason.Relinked(now.username()));
    }

    private void checkDevice(RescueRequest request, ReadyToLaunch readyToLaunch, Inspection seen, Instant now) {
        Optional<PreflightFailure> preflightFailure =
                Preflight.firstFailure(seen).or(() -> context.rescueProvider().findPreflightFailure(seen.device()));
        Optional<TransitionResult.Applied> drifted = ApprovalTransitions.restartOnDrift(request, seen, now);
        if (preflightFailure.isEmpty() && drifted.isPresent()) context.record(drifted.get());
        else if (preflightFailure.isEmpty()) launch(request, readyToLaunch, seen);
        else if (preflightFailure.get() instanceof PreflightFailure.OutstandingTransaction)
            LaunchTransitions.postpone(request, context.retryAt()).ifPresent(context::record);
        else
            context.record(request.close(
                    CloseReason.BLOCKED,
                    preflightFailure.get().toString(),
                    now,
                    new RescueEvent.Blocked(preflightFailure.get())));
    }

    /** Everything that the order needs is known before it is claimed: who dies between the two leaves an order that is never sent. */
    private void launch(RescueRequest request, ReadyToLaunch readyToLaunch, Inspection seen) {
        PreparedCommand order = context.rescueProvider().prepareLaunch(seen.device(), readyToLaunch.system());
        Baseline baseline = Baseline.of(seen.status(), context.probe().probe(seen.device()));
        Optional<TransitionResult.Applied> claim =
                LaunchTransitions.claim(request, baseline, context.clock().instant());
        if (claim.isEmpty() || !context.record(claim.get())) return;
        LOG.info("request {}: launching {}", request.id(), request.device().id());
        CommandResult outcome = order.send();
        LOG.info("request {}: the provider answered {}", request.id(), outcome);
        applyResult(request, readyToLaunch, outcome);
    }

    /** The watch may have seen the launch begin before its answer came: then the answer is no news any more. */
    private void applyResult(RescueRequest request, ReadyToLaunch readyToLaunch, CommandResult outcome) {
        boolean done = false;
        while (!done)
            done = context.requests()
                    .find(request.id())
                    .filter(found -> found.stage() instanceof Launching)
                    .map(found -> context.record(LaunchTransitions.apply(
                            found, readyToLaunch, outcome, context.clock().instant(), context.retryAt())))
                    .orElse(true);
    }
}
