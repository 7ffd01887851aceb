package dev.lifeline.slack.webapi;

import java.util.Optional;

/** The workspaces in which the bot is installed by OAuth, besides its home workspace. Thread-safe; every method may block for the store. */
public interface InstalledWorkspaces {

    /** None. */
    InstalledWorkspaces NONE = new InstalledWorkspaces() {
        @Override
        public Optional<WorkspaceIdentity> find(String teamId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> botToken(String teamId) {
            return Optional.empty();
        }

        @Override
        public void onTokenRejected(String teamId, String token, String code) {}
    };

    /** The workspace and the bot in it; empty where the bot is not installed, or no longer. */
    Optional<WorkspaceIdentity> find(String teamId);

    /**
     * A bot token that has not expired; empty where the bot is not installed, or no longer.
     *
     * @throws SlackCallException when there is none that can be used just now
     */
    Optional<String> botToken(String teamId);

    /**
     * Slack rejected a token that {@link #botToken} returned: another replica may have renewed it, or the installation has ended.
     *
     * @param code Slack's error
     */
    void onTokenRejected(String teamId, String token, String code);
}
