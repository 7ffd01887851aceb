package dev.lifeline.access;

import java.util.List;

/**
 * What stands against somebody, and who can mend it?
 *
 * @param whoCan the people who can, the nearest first; empty where none is known, or none may be named
 */
public record Refusal(Objection objection, List<SlackUserId> whoCan) {
    public Refusal {
        whoCan = List.copyOf(whoCan);
    }
}
