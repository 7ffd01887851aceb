package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyInput;
import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup.LookupResult;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue DEVICE}: opens a request and shows its card. Nothing reaches the device before the requester says Yes. */
public final class StartRescueHandler {

    /** How long the requester has to say Yes. */
    private static final Duration CONFIRMATION_TIMEOUT = Duration.ofMinutes(10);

    private final HandlerContext context;
    private final DeviceLookup deviceLookup;

    public StartRescueHandler(HandlerContext context, DeviceLookup deviceLookup) {
        this.context = context;
        this.deviceLookup = deviceLookup;
    }

    public Effects handle(Caller caller, String typed) {
        LookupResult lookupResult = deviceLookup.findOne(caller, typed);
        if (lookupResult instanceof LookupResult.NoSingleMatch noSingleMatch)
            return context.deny(caller, "request", "", noSingleMatch.reply());
        Device device = ((LookupResult.SingleMatch) lookupResult).device();
        List<DenialReason> denialReasons = caller.denialReasons(DeviceOperation.LAUNCH_RESCUE, device.id());
        return denialReasons.isEmpty()
                ? inspect(caller, typed, device)
                : context.deny(caller, "request", device.id().toString(), denialReasons);
    }

    private Effects inspect(Caller caller, String typed, Device device) {
        Optional<RescueRequest> open = context.requests().findOpen(device.id());
        if (open.isPresent() && !open.get().id().equals(requestId(caller))) return joinExisting(caller, open.get());
        Optional<Inspection> seen = context.devices().inspect(device.id());
        if (seen.isEmpty())
            return context.reply(caller, CommandReplies.in(caller.locale()).unknownDevice(typed));
        Optional<PreflightFailure> preflightFailure = Preflight.firstFailure(seen.get())
                .or(() ->
                        context.rescueProvider().findPreflightFailure(seen.get().device()));
        return preflightFailure
                .map(stands -> preflightFailed(caller, seen.get().device(), stands))
                .orElseGet(() -> applyPolicy(caller, seen.get()));
    }

    private Effects joinExisting(Caller caller, RescueRequest open) {
        Effects recorded = () -> context.recorder().recordJoined(open, caller.actor());
        return recorded.and(context.reply(caller, CommandReplies.in(caller.locale()).requestExists(open)));
    }

    private Effects preflightFailed(Caller caller, Device device, PreflightFailure preflightFailure) {
        Message answer = DenialMessages.in(caller.locale()).requestBlocked(preflightFailure, device);
        return context.deny(caller, "request", device.id().toString(), answer);
    }

    /** The policy is asked once, and what it says is part of the plan from here on. */
    private Effects applyPolicy(Caller caller, Inspection seen) {
        PolicyInput policyInput = new PolicyInput(
                seen.device(), caller.interaction().channel(), context.clock().instant());
        PolicyDecision policyDecision = context.policy().evaluate(policyInput);
        if (policyDecision instanceof PolicyDecision.Denied denied)
            return deny(
                    caller,
                    seen.device(),
                    Map.of("because", denied.reason(), "rule", denied.ruleName(), "policy", denied.policyVersion()),
                    DenialMessages.in(caller.locale()).policyDenied(denied.ruleName(), denied.reason()));
        PolicyRequirements policyRequirements = ((PolicyDecision.Permitted) policyDecision).requirements();
        ApproverSet approverSet = context.approverResolver().resolve(policyRequirements.approval(), caller.requester());
        if (!context.approverResolver().canReachQuorum(policyRequirements.approval(), approverSet))
            return deny(
                    caller,
                    seen.device(),
                    Map.of(
                            "because",
                            "nobody-to-ask",
                            "rule",
                            policyRequirements.ruleName(),
                            "policy",
                            policyRequirements.policyVersion()),
                    DenialMessages.in(caller.locale())
                            .noEligibleApprovers(policyRequirements.ruleName(), policyRequirements.quorum()));
        return openRequest(caller, seen, policyRequirements);
    }

    private Effects deny(Caller caller, Device device, Map<String, String> facts, Message answer) {
        return context.deny(caller, "request", device.id().toString(), facts, answer);
    }

    private Effects openRequest(Caller caller, Inspection seen, PolicyRequirements policyRequirements) {
        Instant now = context.clock().instant();
        Plan plan = new Plan(
                seen,
                caller.requester(),
                caller.interaction().channel(),
                caller.interaction().responseUrl(),
                now,
                policyRequirements);
        RescueRequest request = RescueRequest.create(requestId(caller), plan, now.plus(CONFIRMATION_TIMEOUT));
        return () -> {
            RescueRequest open = context.recorder().open(request, caller.actor());
            if (!open.id().equals(request.id()))
                context.reply(caller, CommandReplies.in(caller.locale()).requestExists(open))
                        .apply();
        };
    }

    /** Derived from the delivery: the same delivery thought about twice is the same request. */
    private static RequestId requestId(Caller caller) {
        return new RequestId(caller.interaction().id());
    }
}
