package dev.lifeline.slack.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The installations by OAuth, one for each workspace. Durable, shared by all replicas and thread-safe; every call blocks for the store. */
public interface Installations {

    Optional<Installation> find(String teamId);

    /** All of them, ended ones too, in the order of their team ids. */
    List<Installation> findAll();

    /** A new installation, in place of an earlier one in the same workspace. Its version follows that of the earlier one. */
    void save(Installation installation);

    /**
     * Reserves the renewal of the tokens for one process, because a refresh token is valid once.
     *
     * @param until when another process may try
     * @return whether it is this one's
     */
    boolean claimRenewal(Installation installation, Instant until);

    /**
     * Puts new tokens in place of those of this very version.
     *
     * @param from as it was found
     * @return whether they were still those
     */
    boolean replaceTokens(Installation from, Installation.EncryptedTokens tokens, Optional<Instant> expiresAt);

    /**
     * Ends an installation of this very version, and deletes its tokens.
     *
     * @return whether it was still that
     */
    boolean end(Installation from, Installation.State state);
}
