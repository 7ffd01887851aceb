package dev.lifeline.sandbox.classic.world;

import java.time.Instant;

/** Who does something to a device, when, and what is to become of it? */
public record Deed(long userId, Instant at, Fate fate) {}
