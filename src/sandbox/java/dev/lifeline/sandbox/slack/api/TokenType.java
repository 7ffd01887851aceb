package dev.lifeline.sandbox.slack.api;

/** Which token a method takes. */
enum TokenType {
    NONE,
    BOT,
    APP_LEVEL,
    BOT_OR_APP_LEVEL
}
