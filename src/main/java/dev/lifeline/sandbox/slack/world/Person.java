package dev.lifeline.sandbox.slack.world;

import java.util.Optional;

/** Who can act or be named in the workspace: a human of it, a guest of another one, or a bot. */
public record Person(String id, String handle, Profile profile, Standing standing) {

    /** What a person tells of themselves. The e-mail is empty for bots. */
    public record Profile(String realName, Optional<String> email, String locale, String zone, String title) {}

    /**
     * What the person is to the workspace (slack.md 4.4).
     *
     * @param teamId the workspace the person belongs to
     * @param restricted a multi-channel guest
     * @param stranger from another workspace
     */
    public record Standing(String teamId, boolean bot, boolean restricted, boolean stranger) {}
}
