package dev.lifeline.sandbox.slack.api;

/** Which token a method takes. */
enum Token {
    NONE,
    BOT,
    APP,
    EITHER
}
