package dev.lifeline.handler.rescue;

import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.ApproverShortage;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyInput;
import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.PolicyRequirements;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Evaluates the policy for a new request, once: its requirements are part of the plan from then on. */
public final class PolicyCheck {

    private final Policy policy;
    private final ApproverResolver approverResolver;
    private final RemedyContacts remedyContacts;
    private final Replies replies;
    private final InstantSource clock;

    public PolicyCheck(
            Policy policy,
            ApproverResolver approverResolver,
            RemedyContacts remedyContacts,
            Replies replies,
            InstantSource clock) {
        this.policy = policy;
        this.approverResolver = approverResolver;
        this.remedyContacts = remedyContacts;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Hands on the policy's requirements; denies the request where the policy does, or where fewer people than the quorum can approve.
     *
     * @param judged the device that the rules are matched with: that of the request, or the one that a drill rehearses
     * @param device that of the request
     * @throws dev.lifeline.approval.DirectoryUnavailableException when Slack does not tell who the approvers are
     */
    Effects ifPermitted(Caller caller, Device judged, Device device, Function<PolicyRequirements, Effects> permitted) {
        PolicyDecision decision = policy.evaluate(new PolicyInput(
                judged,
                caller.interaction().channel(),
                clock.instant(),
                caller.slackUser().id()));
        if (decision instanceof PolicyDecision.Denied denied) return deny(caller, device, denied);
        if (decision instanceof PolicyDecision.DeniedByDefault denied) return denyUnmatched(caller, device, denied);
        PolicyRequirements requirements = ((PolicyDecision.Permitted) decision).requirements();
        return approverResolver
                .findShortage(requirements.approval(), caller.requester(), device.id())
                .map(shortage -> denyForLackOfApprovers(caller, device, requirements, shortage))
                .orElseGet(() -> permitted.apply(requirements));
    }

    private Effects deny(Caller caller, Device device, PolicyDecision.Denied denied) {
        return deny(
                caller,
                device,
                Map.of("denial-reason", denied.reason(), "rule", denied.ruleName(), "policy", denied.policyVersion()),
                DenialMessages.in(caller.locale())
                        .policyDenied(denied.ruleName(), denied.reason(), denied.alternative()));
    }

    private Effects denyUnmatched(Caller caller, Device device, PolicyDecision.DeniedByDefault denied) {
        return deny(
                caller,
                device,
                Map.of("denial-reason", "no-rule-matches", "policy", denied.policyVersion()),
                DenialMessages.in(caller.locale()).noPolicyRuleMatches());
    }

    private Effects denyForLackOfApprovers(
            Caller caller, Device device, PolicyRequirements requirements, ApproverShortage shortage) {
        Map<String, String> details = Map.of(
                "denial-reason", "nobody-to-ask",
                "rule", requirements.ruleName(),
                "policy", requirements.policyVersion(),
                "able", Integer.toString(shortage.able()),
                "unable", idsOf(shortage));
        Message message = DenialMessages.in(caller.locale())
                .noEligibleApprovers(
                        requirements,
                        shortage.able(),
                        shortage.obstacles(),
                        remedyContacts.managersOf(caller.cloudUser()));
        return deny(caller, device, details, message);
    }

    private static String idsOf(ApproverShortage shortage) {
        return shortage.obstacles().keySet().stream().map(SlackUserId::value).collect(Collectors.joining(", "));
    }

    private Effects deny(Caller caller, Device device, Map<String, String> details, Message message) {
        return replies.deny(caller, "request", device.id().toString(), details, message);
    }
}
