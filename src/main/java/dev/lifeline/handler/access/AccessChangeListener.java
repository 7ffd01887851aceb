package dev.lifeline.handler.access;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;

/** Is told that a user's access may have changed at the provider, so that no cache shows it as it was before. */
@FunctionalInterface
public interface AccessChangeListener {

    /** Called after a change was sent, or may have been sent, and before the result is read. */
    void onAccessChanged(SlackUserId slackUser, CloudUserId cloudUser);
}
