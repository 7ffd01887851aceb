package dev.lifeline.sandbox.slack.workspace;

import java.util.Optional;

/** Who can act or be named in the workspace: a human of it, a guest of another one, or a bot. */
public record User(String id, String handle, Profile profile, Membership membership) {

    /** The same person with other rights. */
    User withRole(Role role) {
        return new User(id, handle, profile, new Membership(membership.teamId(), role, membership.isStranger()));
    }

    /** The same person, described anew. */
    User withProfile(Profile other) {
        return new User(id, handle, other, membership);
    }

    /**
     * What a person tells of themselves.
     *
     * @param names nobody is told apart by them
     * @param email empty for bots
     */
    public record Profile(Names names, Optional<String> email, String locale, String timeZone, String title) {

        public String realName() {
            return names.realName();
        }

        public Profile withNames(Names others) {
            return new Profile(others, email, locale, timeZone, title);
        }

        public Profile withEmail(Optional<String> address) {
            return new Profile(names, address, locale, timeZone, title);
        }
    }

    /** How a person wants to be called. */
    public record Names(String realName, String displayName) {}

    /**
     * What the person is to the workspace (slack.md 4.4).
     *
     * @param teamId the workspace the person belongs to
     * @param isStranger from another workspace
     */
    public record Membership(String teamId, Role role, boolean isStranger) {

        public boolean isBot() {
            return role == Role.BOT;
        }

        public boolean isDeactivated() {
            return role == Role.DEACTIVATED;
        }

        /** A guest of either kind. */
        public boolean isRestricted() {
            return role == Role.GUEST || isUltraRestricted();
        }

        public boolean isUltraRestricted() {
            return role == Role.SINGLE_CHANNEL_GUEST;
        }
    }

    /** What may a person do in the workspace? A guest without more is one of several channels. */
    public enum Role {
        MEMBER,
        GUEST,
        SINGLE_CHANNEL_GUEST,
        DEACTIVATED,
        BOT
    }
}
