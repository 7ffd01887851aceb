package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import java.time.Instant;

/**
 * What exactly was asked for? Frozen when the request opens.
 *
 * @param seen the machine as it was then
 */
public record Plan(Inspection seen, Requester requester, Place place, Instant askedAt) {

    public Device device() {
        return seen.device();
    }
}
