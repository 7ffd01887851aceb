package dev.lifeline.slack.port;

import java.time.Instant;

/** The {@code state} parameters of installations under way. Durable, shared by all replicas and thread-safe; every call blocks for the store. */
public interface OAuthStates {

    /**
     * Remembers a state.
     *
     * @param stateHash of the parameter
     * @param browserHash of the cookie of the browser that began
     * @return false where so many installations are under way that nothing was remembered
     */
    boolean add(String stateHash, String browserHash, Instant expiresAt);

    /** Uses a state up; true once for the browser that began with it, until it expires. */
    boolean consume(String stateHash, String browserHash);
}
