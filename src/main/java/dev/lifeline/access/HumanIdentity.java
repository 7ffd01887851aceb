package dev.lifeline.access;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Everything by which one human is known: cloud users with one e-mail address, or linked to one Slack user, are one human,
 * and so are the Slack users of one cloud user. Votes are counted by human (promise P5).
 *
 * @param cloudEmails addresses of the cloud users, in lower case
 * @param slackEmails addresses that Slack confirmed when the Slack users were linked, in lower case
 */
public record HumanIdentity(
        Set<SlackUserId> slackUserIds,
        Set<CloudUserId> cloudUserIds,
        Set<String> cloudEmails,
        Set<String> slackEmails) {

    public HumanIdentity {
        slackUserIds = Set.copyOf(slackUserIds);
        cloudUserIds = Set.copyOf(cloudUserIds);
        cloudEmails = Set.copyOf(cloudEmails);
        slackEmails = Set.copyOf(slackEmails);
    }

    /** A Slack user of whom nothing else is known. */
    public static HumanIdentity of(SlackUserId slackUserId) {
        return new HumanIdentity(Set.of(slackUserId), Set.of(), Set.of(), Set.of());
    }

    /** The human who is known by all of both. */
    HumanIdentity and(HumanIdentity other) {
        return new HumanIdentity(
                union(slackUserIds, other.slackUserIds),
                union(cloudUserIds, other.cloudUserIds),
                union(cloudEmails, other.cloudEmails),
                union(slackEmails, other.slackEmails));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Whether both are one human. Slack gives an address to one member, so that two Slack addresses are not compared. */
    public boolean isSameAs(HumanIdentity other) {
        return overlap(slackUserIds, other.slackUserIds)
                || overlap(cloudUserIds, other.cloudUserIds)
                || overlap(cloudEmails, other.cloudEmails)
                || overlap(cloudEmails, other.slackEmails)
                || overlap(slackEmails, other.cloudEmails);
    }

    private static boolean overlap(Set<?> one, Set<?> other) {
        return !Collections.disjoint(one, other);
    }
}
