package dev.lifeline.sandbox.slack.world;

import java.util.Optional;

/** Who can act or be named in the workspace: a human of it, a guest of another one, or a bot. */
public record Person(String id, String handle, Profile profile, Standing standing) {

    /** The same person with other rights. */
    Person as(Rank rank) {
        return new Person(id, handle, profile, new Standing(standing.teamId(), rank, standing.stranger()));
    }

    /** The same person, described anew. */
    Person with(Profile other) {
        return new Person(id, handle, other, standing);
    }

    /**
     * What a person tells of themselves.
     *
     * @param names nobody is told apart by them
     * @param email empty for bots
     */
    public record Profile(Names names, Optional<String> email, String locale, String zone, String title) {

        public String realName() {
            return names.real();
        }

        public Profile called(Names others) {
            return new Profile(others, email, locale, zone, title);
        }

        public Profile with(Optional<String> address) {
            return new Profile(names, address, locale, zone, title);
        }
    }

    /** How a person wants to be called. */
    public record Names(String real, String display) {}

    /**
     * What the person is to the workspace (slack.md 4.4).
     *
     * @param teamId the workspace the person belongs to
     * @param stranger from another workspace
     */
    public record Standing(String teamId, Rank rank, boolean stranger) {

        public boolean bot() {
            return rank == Rank.BOT;
        }

        public boolean deactivated() {
            return rank == Rank.DEACTIVATED;
        }

        /** A guest of either kind. */
        public boolean restricted() {
            return rank == Rank.GUEST || ultraRestricted();
        }

        public boolean ultraRestricted() {
            return rank == Rank.SINGLE_CHANNEL_GUEST;
        }
    }

    /** What may a person do in the workspace? A guest without more is one of several channels. */
    public enum Rank {
        MEMBER,
        GUEST,
        SINGLE_CHANNEL_GUEST,
        DEACTIVATED,
        BOT
    }
}
