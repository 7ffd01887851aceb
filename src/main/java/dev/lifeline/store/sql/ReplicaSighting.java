package dev.lifeline.store.sql;

import java.time.Duration;
import java.time.Instant;

/**
 * A process that serves, as it last said so.
 *
 * @param replica process id and host
 * @param release the release that it runs
 * @param seenAt by the clock that all replicas share
 * @param clockAhead how far the clock of its host is ahead of that one; negative where it is behind
 */
public record ReplicaSighting(String replica, String release, Instant seenAt, Duration clockAhead) {}
