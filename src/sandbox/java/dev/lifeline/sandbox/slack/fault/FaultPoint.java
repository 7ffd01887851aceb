package dev.lifeline.sandbox.slack.fault;

import dev.lifeline.sandbox.slack.workspace.Channel;

/** The faults between Slack and the app that take effect at once. */
public interface FaultPoint {

    void dropSockets();

    /** Keeps all sockets open and sends nothing more on them. */
    void muteSockets();

    /** Revokes the app's tokens and notifies the app. */
    void revokeTokens();

    /** Uninstalls the app and notifies it; it receives nothing after that. */
    void uninstallApp();

    /** Notifies the app that its events are limited. */
    void limitEvents();

    /** Switches the app's event subscriptions off and notifies it. */
    void disableSubscriptions();

    /** Notifies the app of the new id of a channel that it is in. */
    void channelIdChanged(String oldId, Channel channel);

    /** Warns all sockets and asks for new ones at once. */
    void refreshSockets();

    /** Warns all sockets, and asks for new ones ten seconds later. */
    void warnSockets();

    /** Asks for new sockets without a warning. */
    void refreshSocketsUnwarned();

    /** Sends a reason on all sockets and closes them. */
    void disconnectSockets(String reason);

    void expireTriggers();

    void expireResponseUrls();
}
