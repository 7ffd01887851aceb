package dev.lifeline.rescue;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;

/**
 * Who asked?
 *
 * @param username of their cloud user, as it was then
 */
public record Requester(SlackUserId slackUserId, CloudUserId cloudUserId, String username) {

    /** Whether they stand for the cloud user that they stood for: a plan is one cloud user's, whoever comes with the Slack account. */
    public boolean hasSameAccountsAs(Requester now) {
        return slackUserId.equals(now.slackUserId()) && cloudUserId.equals(now.cloudUserId());
    }

    /** Whether both are the same one: the same person in Slack, or the same cloud user under another Slack account (promise P5). */
    public boolean sharesAccountWith(Requester other) {
        return slackUserId.equals(other.slackUserId()) || cloudUserId.equals(other.cloudUserId());
    }
}
