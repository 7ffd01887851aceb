package dev.lifeline.audit;

import java.time.Instant;
import java.util.Map;

/**
 * What is one line of the record?
 *
 * @param who the Slack person, or {@code lifeline} for what the clockwork did
 * @param user the cloud user's name; empty where unknown
 * @param what the deed or happening, in a fixed word such as {@code launch-accepted}
 * @param device the device's id; empty where none
 * @param request the request's id; empty where none
 * @param details more facts, by fixed names; never a secret
 */
public record AuditEntry(
        Instant at, String who, String user, String what, String device, String request, Map<String, String> details) {
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
