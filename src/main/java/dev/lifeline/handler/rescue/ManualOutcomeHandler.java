package dev.lifeline.handler.rescue;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.access.Permission;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The buttons by which a person leads a request out of a stage that does not go on by itself: it is in rescue, it is back, close by hand.
 * For the requester, whoever took over, whoever may approve the request, and user managers, as long as they may see the device (promise P4).
 */
public final class ManualOutcomeHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ManualOutcomeHandler.class);

    private final ApproverResolver approverResolver;
    private final Devices devices;
    private final DeviceProbe probe;
    private final TransitionApplier transitions;
    private final InstantSource clock;

    public ManualOutcomeHandler(
            ApproverResolver approverResolver,
            Devices devices,
            DeviceProbe probe,
            TransitionApplier transitions,
            InstantSource clock) {
        this.approverResolver = approverResolver;
        this.devices = devices;
        this.probe = probe;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Closes the request with the reason that the form gives; nothing is done to the device. */
    public Effects close(Caller caller, RescueRequest request, ButtonInput input) {
        return apply(
                caller,
                request,
                ManualTransitions.close(
                        request, caller.requester(), input.fieldText(Forms.REASON_FIELD), clock.instant()));
    }

    /** Takes the caller's word that the device runs its installed system, after one look at the device. */
    public Effects reportBack(Caller caller, RescueRequest request) {
        return apply(
                caller,
                request,
                ManualTransitions.reportBack(
                        request,
                        caller.requester(),
                        findStatus(request.device().id()),
                        probe.probe(request.device()),
                        clock.instant()));
    }

    /** Where the provider does not tell, the caller's word is all there is. */
    private DeviceStatus findStatus(DeviceId device) {
        try {
            return devices.readStatuses(Set.of(device)).getOrDefault(device, DeviceStatus.UNKNOWN);
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable, device {} not compared: {}", device, e.getMessage());
            return DeviceStatus.UNKNOWN;
        }
    }

    /** Takes the caller's login as evidence that the rescue kernel is up, for devices that the bot cannot probe. */
    public Effects reportLogin(Caller caller, RescueRequest request) {
        DeviceId device = request.device().id();
        DeviceStatus status = devices.readStatuses(Set.of(device)).getOrDefault(device, DeviceStatus.UNKNOWN);
        Baseline baseline = Baseline.of(status, new ProbeResult.NoAnswer());
        return apply(caller, request, withLoginName(request.reportLogin(baseline, clock.instant()), device));
    }

    private TransitionResult withLoginName(TransitionResult result, DeviceId device) {
        return result.applied()
                .<TransitionResult>map(applied -> new TransitionResult.Applied(
                        applied.next().withLoginName(devices.loginUsername(device)), applied.events()))
                .orElse(result);
    }

    private Effects apply(Caller caller, RescueRequest request, TransitionResult result) {
        return result.applied().isPresent() && !isEntitled(caller, request)
                ? transitions.reject(caller, request, TransitionRejection.NOT_ENTITLED_TO_OUTCOME)
                : transitions.applyIfAllowed(caller, request, DeviceOperation.VIEW_DEVICE, result);
    }

    private boolean isEntitled(Caller caller, RescueRequest request) {
        return request.plan().requester().hasSameAccountsAs(caller.requester())
                || request.responsible().hasSameAccountsAs(caller.requester())
                || caller.cloudUser().hasPermission(Permission.USER_MANAGE)
                || mayApprove(caller, request);
    }

    /** By name where the policy names approvers, and always with the permission that it asks for. */
    private boolean mayApprove(Caller caller, RescueRequest request) {
        ApprovalRequirement requirement = request.plan().requirements().approval();
        return caller.cloudUser().hasPermission(requirement.approverSelector().permission())
                && approverResolver.isApprover(requirement, caller.slackUser().id(), true);
    }
}
