package dev.lifeline.sandbox.slack.workspace;

import java.util.Optional;

/** A user of the workspace: a member, a guest of another workspace, or a bot. */
public record User(String id, String handle, Profile profile, Membership membership, Description description) {

    /** A user who is described as usual. */
    public User(String id, String handle, Profile profile, Membership membership) {
        this(id, handle, profile, membership, Description.AS_USUAL);
    }

    /** How {@code users.info} describes the user (src/docs/platform/slack.md, section Who is clicking). */
    public enum Description {
        AS_USUAL,
        WITHOUT_TEAM,
        WITH_ORGANISATION_ID,
        WITH_OTHER_ID,
        WITH_UNCONFIRMED_EMAIL
    }

    /** The id under which {@code users.info} describes the user. */
    public String describedId() {
        return switch (description) {
            case WITH_ORGANISATION_ID -> organisationId();
            case WITH_OTHER_ID -> "U9" + id.substring(1);
            default -> id;
        };
    }

    /** The id in the organisation: one's own, but for who had an id in the workspace before. */
    public String organisationId() {
        return description == Description.WITH_ORGANISATION_ID ? "W" + id.substring(1) : id;
    }

    /** Returns the user described otherwise. */
    User describedAs(Description other) {
        return new User(id, handle, profile, membership, other);
    }

    /** Returns the user with another role. */
    User withRole(Role role) {
        return new User(
                id, handle, profile, new Membership(membership.teamId(), role, membership.isStranger()), description);
    }

    /** Returns the user with another profile. */
    User withProfile(Profile other) {
        return new User(id, handle, other, membership, description);
    }

    /**
     * A user's profile.
     *
     * @param names not unique
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

        public Profile withLocale(String language) {
            return new Profile(names, email, language, timeZone, title);
        }
    }

    /** The names in a profile. */
    public record Names(String realName, String displayName) {}

    /**
     * The user's membership of the workspace (src/docs/platform/slack.md, section Who is clicking).
     *
     * @param teamId the workspace that the user belongs to
     * @param isStranger whether that is another workspace
     */
    public record Membership(String teamId, Role role, boolean isStranger) {

        public boolean isBot() {
            return role == Role.BOT;
        }

        public boolean isDeactivated() {
            return role == Role.DEACTIVATED;
        }

        /** Whether the user is a guest of either kind. */
        public boolean isRestricted() {
            return role == Role.GUEST || isUltraRestricted();
        }

        public boolean isUltraRestricted() {
            return role == Role.SINGLE_CHANNEL_GUEST;
        }
    }

    /** The role in the workspace; a guest is a multi-channel guest unless named otherwise. */
    public enum Role {
        MEMBER,
        GUEST,
        SINGLE_CHANNEL_GUEST,
        DEACTIVATED,
        BOT
    }
}
