package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Notices;
import dev.lifeline.device.PowerState;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What was requested, frozen when the request opens; where the device has drifted since, the approval starts again on a new
 * plan.
 *
 * @param inspection the device as it was then
 * @param responseUrl where Slack takes private replies to the request, for 30 minutes
 * @param requirements of the policy, as it was then
 * @param statedReason the reason that came with the request, at most {@link Confirmation#MAX_REASON_CHARS} characters; counts once
 *     the requester confirms, and is from then on the one that they confirmed with
 * @param thread the thread in which it was asked, by the time stamp of the message that the thread belongs to
 * @param notices what was announced about the device then; empty where nobody asked
 * @param findings what else was found out then; likewise
 */
public record Plan(
        Inspection inspection,
        Requester requester,
        ChannelId channel,
        Optional<String> responseUrl,
        Instant requestedAt,
        PolicyRequirements requirements,
        Optional<String> statedReason,
        Optional<String> thread,
        Optional<Notices> notices,
        Optional<DeviceFindings> findings) {

    /** 64 bits, so that a collision of two plans cannot be constructed by chance. */
    private static final int DIGEST_CHARS = 16;

    public Plan {
        if (statedReason
                .filter(reason -> reason.length() > Confirmation.MAX_REASON_CHARS)
                .isPresent()) throw new IllegalArgumentException("the reason is too long");
    }

    /** A request without a reason, outside of threads. */
    public Plan(
            Inspection inspection,
            Requester requester,
            ChannelId channel,
            Optional<String> responseUrl,
            Instant requestedAt,
            PolicyRequirements requirements) {
        this(
                inspection,
                requester,
                channel,
                responseUrl,
                requestedAt,
                requirements,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Device device() {
        return inspection.device();
    }

    /** The same request, for the device as it is now. */
    Plan withInspection(Inspection fresh) {
        return new Plan(
                fresh,
                requester,
                channel,
                responseUrl,
                requestedAt,
                requirements,
                statedReason,
                thread,
                notices,
                findings);
    }

    /** The same request with the reason that the requester confirmed with; unchanged where that is none. */
    Plan withReason(String confirmed) {
        return confirmed.isBlank()
                ? this
                : new Plan(
                        inspection,
                        requester,
                        channel,
                        responseUrl,
                        requestedAt,
                        requirements,
                        Optional.of(confirmed),
                        thread,
                        notices,
                        findings);
    }

    /** Whether the policy asks for a reason and the one that came with the request is not as it wants. */
    public boolean lacksReason() {
        return !requirements.confirmation().acceptsReason(statedReason.orElse(""));
    }

    /**
     * What an approval is bound to: 16 hexadecimal digits of the SHA-256 of the device, the requester, the power state, the
     * running transaction, the policy version and the rule.
     */
    public String digest() {
        String text = String.join(
                "\n",
                "launch",
                device().id().toString(),
                requester.cloudUserId().toString(),
                power().name(),
                Drift.runningTransactionId(inspection),
                requirements.policyVersion(),
                requirements.ruleName());
        return DigestUtils.sha256Hex(text).substring(0, DIGEST_CHARS);
    }

    private PowerState power() {
        return inspection.status().powerState();
    }
}
