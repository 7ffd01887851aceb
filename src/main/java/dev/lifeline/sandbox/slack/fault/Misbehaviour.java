package dev.lifeline.sandbox.slack.fault;

/** What can go wrong between Slack and the app when told to. */
public interface Misbehaviour {

    void dropSockets();

    void refreshSockets();

    /** Tells all sockets why they must go, and closes them. */
    void partSockets(String reason);

    void expireTriggers();

    void expireResponseUrls();
}
