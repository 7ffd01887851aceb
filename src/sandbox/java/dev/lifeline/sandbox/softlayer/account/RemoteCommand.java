package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;

/** A remote-management command issued to bare metal through the API. */
public record RemoteCommand(String keyName, Instant issuedAt, long userId) {}
