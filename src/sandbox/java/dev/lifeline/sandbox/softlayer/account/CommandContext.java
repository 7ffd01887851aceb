package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;

/** Who does something to a device, when, and what is to become of it? */
public record CommandContext(long userId, Instant issuedAt, ScriptedOutcome scriptedOutcome) {}
