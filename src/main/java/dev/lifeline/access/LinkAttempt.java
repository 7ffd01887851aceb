package dev.lifeline.access;

import java.time.Duration;
import java.time.Instant;

/** What became of an attempt to present an API key with a link token. */
public sealed interface LinkAttempt {

    /** How many API keys may be tried with one token. */
    int MAX_PER_TOKEN = 5;

    /** How many API keys a Slack user may try within {@link #WINDOW}, with however many tokens. */
    int MAX_PER_PERSON = 10;

    /**
     * How many API keys may be tried from one client address within {@link #WINDOW}. From then on, whoever tried one already has to
     * wait, and everybody else has one attempt, because a reverse proxy gives all clients one address.
     */
    int MAX_PER_ADDRESS = 50;

    /** Time in which attempts are counted, from the first of them on. */
    Duration WINDOW = Duration.ofHours(1);

    /** What a limit counts by. */
    enum Limit {
        PERSON,
        ADDRESS
    }

    /**
     * The key may be verified.
     *
     * @param remaining how many attempts the token has left
     */
    record Accepted(int remaining) implements LinkAttempt {}

    /** The token has no attempt left, is expired, verified, used or unknown. */
    record TokenExhausted() implements LinkAttempt {}

    /**
     * Too many keys were tried by the person or from the address; the token keeps its attempts.
     *
     * @param retryAt when the next attempt can be accepted
     * @param first whether this is the first refusal by this limit within its window
     */
    record Limited(Limit limit, Instant retryAt, boolean first) implements LinkAttempt {}
}
