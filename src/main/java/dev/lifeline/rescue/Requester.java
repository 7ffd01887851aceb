package dev.lifeline.rescue;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;

/**
 * A person with the cloud user that they were linked to when they acted.
 *
 * @param username name of the cloud user then
 */
public record Requester(SlackUserId slackUserId, CloudUserId cloudUserId, String username) {

    /** Whether both Slack user and cloud user are the same: a plan belongs to one cloud user, not to the Slack account. */
    public boolean hasSameAccountsAs(Requester other) {
        return slackUserId.equals(other.slackUserId()) && cloudUserId.equals(other.cloudUserId());
    }

    /** Whether both count as one voter: the same Slack user, or the same cloud user with another Slack account (promise P5). */
    public boolean sharesAccountWith(Requester other) {
        return slackUserId.equals(other.slackUserId()) || cloudUserId.equals(other.cloudUserId());
    }
}
