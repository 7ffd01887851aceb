package dev.lifeline.sandbox.slack.workspace;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where messages are: a channel or a direct message with the bot. Members are user ids. */
public record Channel(String id, String name, Type type, State state, Set<String> members) {

    /** Who may find it; Slack's scopes are named after these. */
    public enum Type {
        PUBLIC("channels"),
        PRIVATE("groups"),
        DIRECT_MESSAGE("im");

        private final String scopePrefix;

        Type(String scopePrefix) {
            this.scopePrefix = scopePrefix;
        }

        /** The scope that covers this kind, such as {@code groups:history}. */
        public String scope(String deed) {
            return scopePrefix + ":" + deed;
        }
    }

    /** What may change about a channel. Shared means: with another workspace. */
    public record State(boolean shared, boolean archived, String topic) {}

    public Channel {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    public boolean hasMember(String userId) {
        return members.contains(userId);
    }

    Channel withArchived(boolean archived) {
        return new Channel(id, name, type, new State(state.shared(), archived, state.topic()), members);
    }

    /** Shared with another workspace from now on. A private channel of old, {@code G…}, is {@code C…} then (slack.md 4.4). */
    Channel asExternallyShared() {
        State outside = new State(true, state.archived(), state.topic());
        return new Channel(hasLegacyGroupId() ? "C" + id.substring(1) : id, name, type, outside, members);
    }

    /** Whether it is a private channel from the time when those had ids of their own. */
    public boolean hasLegacyGroupId() {
        return type == Type.PRIVATE && id.startsWith("G");
    }

    Channel withoutMember(String userId) {
        Set<String> fewer = new LinkedHashSet<>(members);
        fewer.remove(userId);
        return new Channel(id, name, type, state, fewer);
    }

    Channel withMember(String userId) {
        Set<String> more = new LinkedHashSet<>(members);
        more.add(userId);
        return new Channel(id, name, type, state, more);
    }
}
