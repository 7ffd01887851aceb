package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import java.time.Instant;

/** What exactly was asked for? Frozen when the request opens. */
public record Plan(Device device, Requester requester, Place place, Instant askedAt) {}
