package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;

/** Who issues a command, when, and the outcome scripted for its transaction. */
public record CommandContext(long userId, Instant issuedAt, ScriptedOutcome scriptedOutcome) {}
