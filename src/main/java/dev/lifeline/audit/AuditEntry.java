package dev.lifeline.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of the audit log. Every text is bounded to 1,000 characters, and invisible characters are spelt out, so that an
 * entry stays readable whatever it holds (promise P9). Component names are the field names of {@code audit export}.
 *
 * @param actor Slack user id, or {@code lifeline} for what the bot does by itself; not blank
 * @param cloudUsername name of the cloud user; empty where unknown
 * @param event fixed word such as {@code launch-accepted}; not blank
 * @param deviceId {@code virtual_guest:ID} or {@code hardware:ID}; empty where the entry is about none
 * @param requestId empty where the entry is about none
 * @param details further facts by fixed names; never a secret, and none that is empty
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
        if (actor.isBlank() || event.isBlank())
            throw new IllegalArgumentException("an entry has an actor and an event");
        actor = AuditTextSanitizer.sanitize(actor);
        cloudUsername = AuditTextSanitizer.sanitize(cloudUsername);
        event = AuditTextSanitizer.sanitize(event);
        deviceId = AuditTextSanitizer.sanitize(deviceId);
        requestId = AuditTextSanitizer.sanitize(requestId);
        details = sanitize(details);
    }

    private static Map<String, String> sanitize(Map<String, String> details) {
        Map<String, String> sanitized = new TreeMap<>();
        details.forEach((name, value) -> {
            if (!value.isEmpty()) sanitized.put(AuditTextSanitizer.sanitize(name), AuditTextSanitizer.sanitize(value));
        });
        return Map.copyOf(sanitized);
    }

    /** A detail by its name; empty where the entry has none of that name. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
