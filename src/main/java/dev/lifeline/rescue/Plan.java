package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Power;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What exactly was asked for? Frozen when the request opens; where the machine turns out to have changed since, everybody is asked
 * again about a new plan.
 *
 * @param seen the machine as it was then
 * @param replyAddress where the platform takes a private answer to the asking, for a short while
 * @param clearance what the policy asks for, as it was then
 */
public record Plan(
        Inspection seen,
        Requester requester,
        Place place,
        Optional<String> replyAddress,
        Instant askedAt,
        Clearance clearance) {

    /** Enough that nobody finds two plans of one digest. */
    private static final int DIGEST = 16;

    public Device device() {
        return seen.device();
    }

    /** The same wish, for the machine as it is now. */
    Plan seeing(Inspection fresh) {
        return new Plan(fresh, requester, place, replyAddress, askedAt, clearance);
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
                requester.user().toString(),
                power().name(),
                Drift.transaction(seen),
                clearance.version(),
                clearance.rule());
        return DigestUtils.sha256Hex(text).substring(0, DIGEST);
    }

    private Power power() {
        return seen.condition().power();
    }
}
