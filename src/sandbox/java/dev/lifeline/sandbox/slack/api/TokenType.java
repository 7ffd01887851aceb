package dev.lifeline.sandbox.slack.api;

/** The type of token that a method accepts. */
enum TokenType {
    NONE,
    BOT,
    APP_LEVEL,
    BOT_OR_APP_LEVEL
}
