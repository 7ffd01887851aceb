package dev.lifeline.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is one line of the record? Whatever it is told, it stays readable: every text is bounded, and what cannot be seen is spelt out.
 *
 * @param who the Slack person, or {@code lifeline} for what the clockwork did
 * @param user the cloud user's name; empty where unknown
 * @param what the deed or happening, in a fixed word such as {@code launch-accepted}
 * @param device the device's id; empty where none
 * @param request the request's id; empty where none
 * @param details more facts, by fixed names; never a secret, and none that is empty
 */
public record AuditEntry(
        Instant at, String who, String user, String what, String device, String request, Map<String, String> details) {

    public AuditEntry {
        who = Legible.text(who);
        user = Legible.text(user);
        what = Legible.text(what);
        device = Legible.text(device);
        request = Legible.text(request);
        details = legible(details);
    }

    private static Map<String, String> legible(Map<String, String> told) {
        Map<String, String> facts = new TreeMap<>();
        told.forEach((name, fact) -> {
            if (!fact.isEmpty()) facts.put(Legible.text(name), Legible.text(fact));
        });
        return Map.copyOf(facts);
    }

    /** A fact by its name; empty where the entry tells none. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
