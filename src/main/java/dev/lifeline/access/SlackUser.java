package dev.lifeline.access;

import java.util.Locale;
import java.util.Optional;

/**
 * A person in Slack, as Slack describes them.
 *
 * @param name display name, which the person chooses: untrusted text, no identification
 * @param email address; empty where Slack gives none or has not confirmed it
 * @param locale language that they read
 * @param emailAbsence why there is no address; says nothing where there is one
 */
public record SlackUser(
        SlackUserId id, String name, Optional<String> email, Locale locale, UserKind kind, EmailAbsence emailAbsence) {

    /** A user of whom the bot may read the address. */
    public SlackUser(SlackUserId id, String name, Optional<String> email, Locale locale, UserKind kind) {
        this(id, name, email, locale, kind, EmailAbsence.NOT_SHOWN);
    }

    /** A user whom Slack describes under an id that is not known to be theirs: of the description nothing is taken over. */
    public static SlackUser withOtherId(SlackUserId id) {
        return new SlackUser(id, id.value(), Optional.empty(), Locale.ENGLISH, UserKind.OTHER_ID);
    }

    /** Why Slack gives no address, by who can change that. */
    public enum EmailAbsence {
        /** Hidden by the workspace, not confirmed, or not there. */
        NOT_SHOWN,
        /** The bot token lacks the scope {@code users:read.email}. */
        SCOPE_MISSING
    }

    /** Relation to the bot's workspace; only members are served. */
    public enum UserKind {
        MEMBER,
        /** Guest of one or several channels. */
        GUEST,
        /** Member of another workspace, in a shared channel. */
        STRANGER,
        BOT,
        DEACTIVATED,
        /** Slack names no workspace of theirs, so that it is not known whether they are a member. */
        NO_TEAM,
        /** Slack describes somebody with another id instead. */
        OTHER_ID
    }
}
