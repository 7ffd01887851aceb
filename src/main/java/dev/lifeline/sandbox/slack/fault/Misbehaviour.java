package dev.lifeline.sandbox.slack.fault;

/** What can go wrong between Slack and the app when told to. */
public interface Misbehaviour {

    void dropSockets();

    /** Keeps all sockets open and says nothing more on them. */
    void muteSockets();

    /** Tells the app that its tokens were revoked, and takes them no more. */
    void revokeTokens();

    /** Tells the app that it was uninstalled, and nothing more. */
    void uninstallApp();

    void refreshSockets();

    /** Tells all sockets why they must go, and closes them. */
    void partSockets(String reason);

    void expireTriggers();

    void expireResponseUrls();
}
