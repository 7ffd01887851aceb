package dev.lifeline.device;

/** Why Slack or the provider gives no usable answer, by what would end it. */
public enum Outage {
    /** A failure or a rate limit, which is over after a while. */
    TEMPORARY,
    /** The bot's credentials, permissions or settings; the same call fails until an operator corrects them. */
    PERMANENT
}
