package dev.lifeline.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is one line of the record? Whatever it is told, it stays readable: every text is bounded, and what cannot be seen is spelt out.
 *
 * @param actor the Slack person, or {@code lifeline} for what the clockwork did
 * @param cloudUsername the cloud user's name; empty where unknown
 * @param event the deed or happening, in a fixed word such as {@code launch-accepted}
 * @param deviceId the device's id; empty where none
 * @param requestId the request's id; empty where none
 * @param details more facts, by fixed names; never a secret, and none that is empty
 */
public record AuditEntry(
        Instant at,
        String actor,
        String cloudUsername,
        String event,
        String deviceId,
        String requestId,
        Map<String, String> details) {

    public AuditEntry {
        actor = AuditTextSanitizer.sanitize(actor);
        cloudUsername = AuditTextSanitizer.sanitize(cloudUsername);
        event = AuditTextSanitizer.sanitize(event);
        deviceId = AuditTextSanitizer.sanitize(deviceId);
        requestId = AuditTextSanitizer.sanitize(requestId);
        details = sanitize(details);
    }

    private static Map<String, String> sanitize(Map<String, String> told) {
        Map<String, String> facts = new TreeMap<>();
        told.forEach((name, fact) -> {
            if (!fact.isEmpty()) facts.put(AuditTextSanitizer.sanitize(name), AuditTextSanitizer.sanitize(fact));
        });
        return Map.copyOf(facts);
    }

    /** A fact by its name; empty where the entry tells none. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
