package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of a device at one tick?
 *
 * @param status the provider's word; empty when the device was not among those it shows
 * @param probeResult what came of knocking at the device itself
 */
public record DeviceObservation(Optional<DeviceStatus> status, ProbeResult probeResult, Instant observedAt) {}
