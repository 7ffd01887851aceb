package dev.lifeline.handler.access;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;

/** Listener that is notified when a user's access may have changed at the provider, so that caches drop that user. */
@FunctionalInterface
public interface AccessChangeListener {

    /** Called after a change was sent, or may have been sent, and before the result is read. */
    void onAccessChanged(SlackUserId slackUser, CloudUserId cloudUser);
}
