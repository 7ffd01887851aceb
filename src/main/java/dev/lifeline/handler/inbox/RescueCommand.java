package dev.lifeline.handler.inbox;

import dev.lifeline.access.SlackUserId;
import java.util.Optional;

/** A parsed slash command {@code /rescue …}. */
public sealed interface RescueCommand {

    /**
     * Ask for a rescue.
     *
     * @param reason empty where none was given
     */
    record Launch(String device, String reason) implements RescueCommand {}

    /** A device with more words behind it, which may be the reason or a mistake. */
    record LaunchWithWords(String device, String words) implements RescueCommand {}

    /**
     * Rehearse a rescue.
     *
     * @param device whose rescue is rehearsed; empty for none in particular
     * @param reason empty where none was given
     */
    record StartDrill(String device, String reason) implements RescueCommand {}

    record ListDevices(String text) implements RescueCommand {}

    record Status(Optional<String> device) implements RescueCommand {}

    record Exit(String device) implements RescueCommand {}

    /**
     * Show what a user has and lacks.
     *
     * @param user empty: the caller
     * @param device empty: no particular device
     */
    record Access(Optional<SlackUserId> user, String device) implements RescueCommand {}

    /** A name typed after {@code access} where a mention is required, because a name does not identify a user. */
    record AccessWithoutMention(String text) implements RescueCommand {}

    record History(Optional<String> device) implements RescueCommand {}

    record Timeline(String device) implements RescueCommand {}

    record WhoAmI() implements RescueCommand {}

    /** Link the caller by an API key of theirs. */
    record LinkSelf() implements RescueCommand {}

    /** Assign a cloud user to another Slack user. */
    record AssignLink(SlackUserId user, String username) implements RescueCommand {}

    /** End the caller's own link. */
    record UnlinkSelf() implements RescueCommand {}

    record UnlinkUser(SlackUserId user) implements RescueCommand {}

    record ListLinks() implements RescueCommand {}

    /** Text after {@code link} or {@code unlink} that is no mention. */
    record LinkWithoutMention() implements RescueCommand {}

    /** Check the installation. */
    record Doctor() implements RescueCommand {}

    record Help() implements RescueCommand {}

    /** A subcommand that requires a device, without one. */
    record MissingDevice(String subcommand) implements RescueCommand {}

    /** None of the others. */
    record Unknown(String text) implements RescueCommand {}

    /** Parses the text after {@code /rescue}. Never fails: what cannot be parsed is {@link Unknown}. */
    static RescueCommand parse(String typed) {
        return RescueCommandParser.parse(typed);
    }

    /** Whether the command only shows something, so that the caller's identity may come from a cache. */
    default boolean isReadOnly() {
        return this instanceof ListDevices
                || this instanceof Status
                || this instanceof History
                || this instanceof WhoAmI
                || this instanceof Help;
    }
}
