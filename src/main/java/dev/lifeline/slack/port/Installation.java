package dev.lifeline.slack.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The bot as it is installed in one workspace by OAuth.
 *
 * @param scopes granted to the bot token
 * @param tokens the encrypted bot token and refresh token; empty once the installation has ended
 * @param expiresAt when the bot token expires; empty where the app's tokens do not
 * @param version counts the changes of the tokens, so that of two who change them one does
 */
public record Installation(
        Workspace workspace,
        Set<String> scopes,
        Optional<EncryptedTokens> tokens,
        Optional<Instant> expiresAt,
        State state,
        long version) {

    public Installation {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the bot can work in the workspace. */
    public enum State {
        INSTALLED,
        /** Slack revoked the bot token. */
        REVOKED,
        /** The app was removed from the workspace. */
        UNINSTALLED,
        /** The refresh token was refused, so that the bot token could not be renewed. */
        NOT_RENEWED
    }

    /**
     * The workspace and the bot in it.
     *
     * @param enterpriseId of the Enterprise Grid that it is part of, where it is
     * @param appId of the app that was installed
     */
    public record Workspace(
            String teamId, String teamName, Optional<String> enterpriseId, String appId, String botUserId) {}

    /**
     * Tokens that only the holder of the key reads.
     *
     * @param keyId which key it is; says nothing about the key
     * @param sealed nonce and ciphertext in base64
     */
    public record EncryptedTokens(String keyId, String sealed) {}

    public boolean isActive() {
        return state == State.INSTALLED && tokens.isPresent();
    }
}
