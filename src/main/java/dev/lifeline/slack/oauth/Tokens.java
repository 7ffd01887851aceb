package dev.lifeline.slack.oauth;

import java.util.Optional;

/**
 * The tokens of one installation.
 *
 * @param refreshToken with which the bot token is renewed, valid once; empty where the bot token does not expire
 */
record Tokens(String botToken, Optional<String> refreshToken) {

    @Override
    public String toString() {
        return "Tokens[" + (refreshToken.isPresent() ? "rotating" : "lasting") + "]";
    }
}
