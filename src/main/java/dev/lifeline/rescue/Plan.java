package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import java.time.Instant;
import java.util.Optional;

/**
 * What exactly was asked for? Frozen when the request opens.
 *
 * @param seen the machine as it was then
 * @param replyAddress where the platform takes a private answer to the asking, for a short while
 */
public record Plan(Inspection seen, Requester requester, Place place, Optional<String> replyAddress, Instant askedAt) {

    public Device device() {
        return seen.device();
    }
}
