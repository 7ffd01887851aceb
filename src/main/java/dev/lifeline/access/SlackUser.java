package dev.lifeline.access;

import java.util.Locale;
import java.util.Optional;

/**
 * A person in Slack, as Slack describes them.
 *
 * @param name display name, which the person chooses: untrusted text, no identification
 * @param email address; empty where Slack gives none or has not confirmed it
 * @param locale language that they read
 */
public record SlackUser(SlackUserId id, String name, Optional<String> email, Locale locale, UserKind kind) {

    /** Relation to the bot's workspace; only members are served. */
    public enum UserKind {
        MEMBER,
        /** Guest of one or several channels. */
        GUEST,
        /** Member of another workspace, in a shared channel. */
        STRANGER,
        BOT,
        DEACTIVATED
    }
}
