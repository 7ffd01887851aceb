package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * The link from a Slack user to a cloud user. It identifies the user and grants nothing: permissions are read afresh
 * each time.
 *
 * @param email address that Slack confirmed when the link was made; empty where Slack gave none
 */
public record AccountLink(SlackUserId slackUserId, CloudUserId cloudUserId, Optional<String> email, Origin origin) {

    /** How the link was established. */
    public enum LinkMethod {
        /** Exactly one ACTIVE cloud user had the Slack user's address. */
        EMAIL,
        /** The Slack user presented an API key of the cloud user. */
        API_KEY,
        /** A user manager or the account's owner assigned it. */
        ASSIGNED,
        /** Revoked: an address alone does not link the user again. */
        UNLINKED
    }

    /**
     * Who established the link, how and when.
     *
     * @param linkedBy the Slack user themselves, unless somebody else assigned or revoked the link
     */
    public record Origin(LinkMethod method, SlackUserId linkedBy, Instant linkedAt) {}

    public static AccountLink byEmail(SlackUser slackUser, CloudUserId cloudUserId, Instant at) {
        return new AccountLink(
                slackUser.id(), cloudUserId, slackUser.email(), new Origin(LinkMethod.EMAIL, slackUser.id(), at));
    }

    public static AccountLink verified(SlackUser slackUser, CloudUserId cloudUserId, Instant at) {
        return new AccountLink(
                slackUser.id(), cloudUserId, slackUser.email(), new Origin(LinkMethod.API_KEY, slackUser.id(), at));
    }

    public static AccountLink assigned(SlackUser slackUser, CloudUserId cloudUserId, SlackUserId by, Instant at) {
        return new AccountLink(slackUser.id(), cloudUserId, slackUser.email(), new Origin(LinkMethod.ASSIGNED, by, at));
    }

    /** The same link, revoked. */
    public AccountLink unlinked(SlackUserId by, Instant at) {
        return new AccountLink(slackUserId, cloudUserId, email, new Origin(LinkMethod.UNLINKED, by, at));
    }

    public LinkMethod method() {
        return origin.method();
    }

    /** Whether it links at all; false for a revoked one. */
    public boolean isActive() {
        return method() != LinkMethod.UNLINKED;
    }

    /** When the Slack user last presented an API key of the cloud user; empty for other methods. */
    public Optional<Instant> verified() {
        return method() == LinkMethod.API_KEY ? Optional.of(origin.linkedAt()) : Optional.empty();
    }
}
