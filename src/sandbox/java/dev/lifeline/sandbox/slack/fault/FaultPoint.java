package dev.lifeline.sandbox.slack.fault;

import dev.lifeline.sandbox.slack.workspace.Channel;

/** What can go wrong between Slack and the app when told to. */
public interface FaultPoint {

    void dropSockets();

    /** Keeps all sockets open and says nothing more on them. */
    void muteSockets();

    /** Tells the app that its tokens were revoked, and takes them no more. */
    void revokeTokens();

    /** Tells the app that it was uninstalled, and nothing more. */
    void uninstallApp();

    /** Tells the app, where it is in the channel, under which id it is known now. */
    void channelIdChanged(String oldId, Channel channel);

    /** Warns all sockets and asks for new ones at once. */
    void refreshSockets();

    /** Warns all sockets, and asks for new ones ten seconds later. */
    void warnSockets();

    /** Asks for new sockets without a warning. */
    void refreshSocketsUnwarned();

    /** Tells all sockets why they must go, and closes them. */
    void disconnectSockets(String reason);

    void expireTriggers();

    void expireResponseUrls();
}
