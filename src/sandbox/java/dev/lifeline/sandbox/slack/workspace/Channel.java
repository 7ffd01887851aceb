package dev.lifeline.sandbox.slack.workspace;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A channel or a direct message with the bot. Members are user ids. */
public record Channel(String id, String name, Type type, State state, Set<String> members) {

    /** Who can find it; Slack's scopes are named after these. */
    public enum Type {
        PUBLIC("channels"),
        PRIVATE("groups"),
        DIRECT_MESSAGE("im");

        private final String scopePrefix;

        Type(String scopePrefix) {
            this.scopePrefix = scopePrefix;
        }

        /** Returns the scope for an action on this type, such as {@code groups:history}. */
        public String scope(String action) {
            return scopePrefix + ":" + action;
        }
    }

    /**
     * What may change about a channel.
     *
     * @param shared whether it is shared with another workspace
     */
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

    /**
     * Returns the channel shared with another workspace; a private channel with a legacy {@code G…} id gets a {@code C…} id
     * (src/docs/platform/slack.md, section Who is clicking).
     */
    Channel asExternallyShared() {
        State sharedState = new State(true, state.archived(), state.topic());
        return new Channel(hasLegacyGroupId() ? "C" + id.substring(1) : id, name, type, sharedState, members);
    }

    /** Whether it is a private channel with an id of the form {@code G…}. */
    public boolean hasLegacyGroupId() {
        return type == Type.PRIVATE && id.startsWith("G");
    }

    Channel withoutMember(String userId) {
        Set<String> remaining = new LinkedHashSet<>(members);
        remaining.remove(userId);
        return new Channel(id, name, type, state, remaining);
    }

    Channel withMember(String userId) {
        Set<String> extended = new LinkedHashSet<>(members);
        extended.add(userId);
        return new Channel(id, name, type, state, extended);
    }
}
