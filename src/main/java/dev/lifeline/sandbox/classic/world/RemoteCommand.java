package dev.lifeline.sandbox.classic.world;

import java.time.Instant;

/** A remote-management command given to bare metal through the API. */
public record RemoteCommand(String keyName, Instant at, long userId) {}
