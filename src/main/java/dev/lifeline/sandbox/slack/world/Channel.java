package dev.lifeline.sandbox.slack.world;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where messages are: a channel or a direct message with the bot. Members are user ids. */
public record Channel(String id, String name, Kind kind, Condition condition, Set<String> members) {

    /** Who may find it; Slack's scopes are named after these. */
    public enum Kind {
        PUBLIC("channels"),
        PRIVATE("groups"),
        DIRECT("im");

        private final String family;

        Kind(String family) {
            this.family = family;
        }

        /** The scope that covers this kind, such as {@code groups:history}. */
        public String scope(String deed) {
            return family + ":" + deed;
        }
    }

    /** What may change about a channel. Shared means: with another workspace. */
    public record Condition(boolean shared, boolean archived, String topic) {}

    public Channel {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    public boolean has(String userId) {
        return members.contains(userId);
    }

    Channel archivedOrNot(boolean archived) {
        return new Channel(id, name, kind, new Condition(condition.shared(), archived, condition.topic()), members);
    }

    /** Shared with another workspace from now on. A private channel of old, {@code G…}, is {@code C…} then (slack.md 4.4). */
    Channel sharedOutside() {
        Condition outside = new Condition(true, condition.archived(), condition.topic());
        return new Channel(ofOld() ? "C" + id.substring(1) : id, name, kind, outside, members);
    }

    /** Whether it is a private channel from the time when those had ids of their own. */
    public boolean ofOld() {
        return kind == Kind.PRIVATE && id.startsWith("G");
    }

    Channel without(String userId) {
        Set<String> fewer = new LinkedHashSet<>(members);
        fewer.remove(userId);
        return new Channel(id, name, kind, condition, fewer);
    }

    Channel with(String userId) {
        Set<String> more = new LinkedHashSet<>(members);
        more.add(userId);
        return new Channel(id, name, kind, condition, more);
    }
}
