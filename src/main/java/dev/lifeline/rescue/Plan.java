package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What exactly was asked for? Frozen when the request opens; where the machine turns out to have changed since, everybody is asked
 * again about a new plan.
 *
 * @param inspection the machine as it was then
 * @param responseUrl where the platform takes a private answer to the asking, for a short while
 * @param requirements what the policy asks for, as it was then
 */
public record Plan(
        Inspection inspection,
        Requester requester,
        ChannelId channel,
        Optional<String> responseUrl,
        Instant requestedAt,
        PolicyRequirements requirements) {

    /** Enough that nobody finds two plans of one digest. */
    private static final int DIGEST_CHARS = 16;

    public Device device() {
        return inspection.device();
    }

    /** The same wish, for the machine as it is now. */
    Plan withInspection(Inspection fresh) {
        return new Plan(fresh, requester, channel, responseUrl, requestedAt, requirements);
    }

    /**
     * What an approval is bound to: the device, who asked, its power, the transaction that holds it and the policy's version. 16
     * hexadecimal digits.
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
