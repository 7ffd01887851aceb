package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Issues and consumes link tokens. A token authenticates by possession: it is signed, and only its hash is stored. Every
 * step is a conditional update, so that one of several concurrent callers succeeds.
 *
 * <p>Thread-safe. Every method blocks for the local database only and throws an unchecked exception when it fails; a
 * malformed, forged or unknown code is an ordinary negative result.
 */
public interface LinkTokens {

    /**
     * Issues a token, and revokes the one that the Slack user had before.
     *
     * @return the code: letters, digits and {@code - _ .}
     */
    String issue(SlackUserId slackUserId, Instant expiresAt);

    /** The token of a code; empty when it is forged, revoked or purged. */
    Optional<LinkToken> find(String code);

    /** Counts one attempt by the token, its person and the client's address, in all replicas, before a key is verified. */
    LinkAttempt consumeAttempt(String code, ClientAddress address);

    /**
     * Records that an API key of this cloud user was presented; only the first call counts.
     *
     * @return the confirmation code, to be presented once; empty for all but the first call, and after expiry
     */
    Optional<String> markVerified(String code, CloudUserId user);

    /** Uses the token up, once; false when it was used, is expired, or the confirmation code is not its own. */
    boolean confirm(String code, String confirmation);
}
