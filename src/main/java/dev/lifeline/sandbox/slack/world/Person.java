package dev.lifeline.sandbox.slack.world;

import java.util.Optional;

/** Who can act or be named in the workspace: a human of it, a guest of another one, or a bot. */
public record Person(String id, String handle, Profile profile, Standing standing) {

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
     * @param restricted a multi-channel guest
     * @param stranger from another workspace
     */
    public record Standing(String teamId, boolean bot, boolean restricted, boolean stranger) {}
}
