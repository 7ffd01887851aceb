package dev.lifeline.rescue;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;

/**
 * Who asked?
 *
 * @param username of their cloud user, as it was then
 */
public record Requester(SlackUserId person, CloudUserId user, String username) {

    /** Whether they stand for the cloud user that they stood for: a plan is one cloud user's, whoever comes with the Slack account. */
    public boolean isStill(Requester now) {
        return person.equals(now.person()) && user.equals(now.user());
    }

    /** Whether both are the same one: the same person in Slack, or the same cloud user under another Slack account (promise P5). */
    public boolean isAlso(Requester other) {
        return person.equals(other.person()) || user.equals(other.user());
    }
}
