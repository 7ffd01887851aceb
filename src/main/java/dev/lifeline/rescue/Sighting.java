package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Reach.Knock;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of a device at one tick?
 *
 * @param condition the provider's word; empty when the device was not among those it shows
 * @param knock what came of knocking at the device itself
 */
public record Sighting(Optional<Condition> condition, Knock knock, Instant at) {}
