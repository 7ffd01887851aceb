package dev.lifeline.access;

import java.util.List;

/**
 * What stands against somebody, and who can mend it?
 *
 * @param contacts the people who can, the nearest first; empty where none is known, or none may be named
 */
public record ExplainedDenial(DenialReason reason, List<SlackUserId> contacts) {
    public ExplainedDenial {
        contacts = List.copyOf(contacts);
    }
}
