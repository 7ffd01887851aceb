package dev.lifeline.access;

import java.util.Locale;
import java.util.Optional;

/**
 * Who is a person in Slack, as Slack vouches for them just now?
 *
 * @param email the address, where Slack tells it and vouches for it
 * @param locale the language they read
 */
public record SlackUser(SlackUserId id, String name, Optional<String> email, Locale locale, UserKind kind) {

    /** As what are they here? Only a member of the bot's own workspace is served. */
    public enum UserKind {
        MEMBER,
        /** Of one or a few channels. */
        GUEST,
        /** From another workspace, in a shared channel. */
        STRANGER,
        BOT,
        DEACTIVATED
    }
}
