package dev.lifeline.access;

import java.util.List;

/**
 * A denial reason with the people who can remove it.
 *
 * @param contacts the nearest first; empty where none is known, or none may be named
 */
public record ExplainedDenial(DenialReason reason, List<SlackUserId> contacts) {
    public ExplainedDenial {
        contacts = List.copyOf(contacts);
    }
}
