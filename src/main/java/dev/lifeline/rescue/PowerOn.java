package dev.lifeline.rescue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The command to power a device on that was asked for instead of its rescue, or before it. It is sent at most once for each press (promise
 * P1), and launches nothing.
 *
 * @param requestedAt tells one press from another
 * @param nextAt when the workflow has to send the command, or to look at the device; empty once it is over
 */
public record PowerOn(Requester requestedBy, Instant requestedAt, State state, Optional<Instant> nextAt) {

    /** Bare metal takes some minutes until the provider reports it on. */
    static final Duration OBSERVATION = Duration.ofMinutes(5);

    /** Longer than a response can take. */
    private static final Duration FIRST_LOOK_AFTER_CLAIM = Duration.ofMinutes(3);

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(10);

    /** What came of it so far. */
    public enum State {
        /** To be sent. */
        REQUESTED,
        /** Claimed on disk; whether it was sent, or its response arrived, may be unknown. It is never sent again. */
        CLAIMED,
        /** The provider accepted it. */
        ACCEPTED,
        /** It was sent, and its response is lost. */
        UNCONFIRMED,
        /** Nothing was done, so that it may be asked for again. */
        NOT_DONE,
        /** The provider reports the device on. */
        ON,
        /** The provider did not report the device on in time. */
        NOT_SEEN
    }

    static PowerOn requested(Requester by, Instant now) {
        return new PowerOn(by, now, State.REQUESTED, Optional.of(now));
    }

    PowerOn claimed(Instant now) {
        return new PowerOn(requestedBy, requestedAt, State.CLAIMED, Optional.of(now.plus(FIRST_LOOK_AFTER_CLAIM)));
    }

    /** Sent: the device is looked at until it is on. */
    PowerOn sent(State response, Instant now) {
        return new PowerOn(requestedBy, requestedAt, response, Optional.of(now.plus(LOOK_INTERVAL)));
    }

    PowerOn over(State outcome) {
        return new PowerOn(requestedBy, requestedAt, outcome, Optional.empty());
    }

    PowerOn lookedAt(Instant now) {
        return new PowerOn(requestedBy, requestedAt, state, Optional.of(now.plus(LOOK_INTERVAL)));
    }

    /** Whether both are the same claim of a command that may still be sent. */
    boolean isSameClaim(PowerOn other) {
        return state == State.CLAIMED && other.state == State.CLAIMED && requestedAt.equals(other.requestedAt);
    }
}
