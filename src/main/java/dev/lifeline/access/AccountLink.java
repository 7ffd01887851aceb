package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import java.time.Instant;
import java.util.Optional;

/**
 * The link from a Slack user to a cloud user. It identifies the user and grants nothing: permissions are read afresh
 * each time.
 *
 * @param email address that Slack confirmed when the link was made; empty where Slack gave none
 * @param origin how the link came to be as it is now
 * @param firstOrigin how the Slack user was first linked to this cloud user, without a break since; a later proof of the
 *     same cloud user does not make the link a new one
 * @param everVerified whether an API key of this cloud user was presented since then; kept when the link is revoked
 */
public record AccountLink(
        SlackUserId slackUserId,
        CloudUserId cloudUserId,
        Optional<String> email,
        Origin origin,
        Origin firstOrigin,
        boolean everVerified) {

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

    /** A link with nothing before it. */
    public AccountLink(SlackUserId slackUserId, CloudUserId cloudUserId, Optional<String> email, Origin origin) {
        this(slackUserId, cloudUserId, email, origin, origin, origin.method() == LinkMethod.API_KEY);
    }

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
        return new AccountLink(
                slackUserId, cloudUserId, email, new Origin(LinkMethod.UNLINKED, by, at), firstOrigin, everVerified);
    }

    /**
     * The same link as the successor of another one of the Slack user: where that one linked them to the same cloud user
     * too, what is known of its beginning is kept.
     */
    public AccountLink succeeding(Optional<AccountLink> previous) {
        return previous.filter(AccountLink::isActive)
                .filter(before -> before.cloudUserId().equals(cloudUserId))
                .map(before -> new AccountLink(
                        slackUserId,
                        cloudUserId,
                        email,
                        origin,
                        before.firstOrigin(),
                        everVerified || before.everVerified()))
                .orElse(this);
    }

    /** The account of the cloud user. */
    public AccountName account() {
        return cloudUserId.account();
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
