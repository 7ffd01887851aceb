package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What ties a Slack person to a cloud user? Identity, never entitlement: what the user may do is read afresh each time.
 *
 * @param email the person's address as Slack vouched for it then; empty where Slack told none, and for links of the first release
 */
public record AccountLink(SlackUserId slackUserId, CloudUserId cloudUserId, Optional<String> email, Origin origin) {

    /** What does it rest on? */
    public enum LinkMethod {
        /** One ACTIVE user had the person's address. */
        EMAIL,
        /** The person showed a key of the cloud user's. */
        API_KEY,
        /** A user manager, or the owner, said so. */
        ASSIGNED,
        /** Nothing any more: it was cut, and an address alone does not tie it again. */
        UNLINKED
    }

    /**
     * How did it come about?
     *
     * @param linkedBy who did it; the person themselves unless somebody bound or cut it
     */
    public record Origin(LinkMethod method, SlackUserId linkedBy, Instant linkedAt) {}

    public static AccountLink byEmail(SlackUser slackUserId, CloudUserId cloudUserId, Instant at) {
        return new AccountLink(
                slackUserId.id(), cloudUserId, slackUserId.email(), new Origin(LinkMethod.EMAIL, slackUserId.id(), at));
    }

    public static AccountLink verified(SlackUser slackUserId, CloudUserId cloudUserId, Instant at) {
        return new AccountLink(
                slackUserId.id(),
                cloudUserId,
                slackUserId.email(),
                new Origin(LinkMethod.API_KEY, slackUserId.id(), at));
    }

    public static AccountLink assigned(SlackUser slackUserId, CloudUserId cloudUserId, SlackUserId by, Instant at) {
        return new AccountLink(
                slackUserId.id(), cloudUserId, slackUserId.email(), new Origin(LinkMethod.ASSIGNED, by, at));
    }

    /** The same, cut. */
    public AccountLink unlinked(SlackUserId by, Instant at) {
        return new AccountLink(slackUserId, cloudUserId, email, new Origin(LinkMethod.UNLINKED, by, at));
    }

    public LinkMethod method() {
        return origin.method();
    }

    /** Does it tie them at all? */
    public boolean isActive() {
        return method() != LinkMethod.UNLINKED;
    }

    /** When the person last showed a key of the cloud user's. */
    public Optional<Instant> verified() {
        return method() == LinkMethod.API_KEY ? Optional.of(origin.linkedAt()) : Optional.empty();
    }
}
