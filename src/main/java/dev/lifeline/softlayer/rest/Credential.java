package dev.lifeline.softlayer.rest;

import java.io.IOException;

/** Authentication of the bot at the provider. Implementations are thread-safe. */
public interface Credential {

    /**
     * Value of the {@code Authorization} header for a query that is sent now. May block while a token is fetched.
     *
     * @throws IOException when a token has to be fetched and IAM cannot be reached; temporary
     * @throws ApiException when IAM rejects the key
     */
    String authorizationHeader() throws IOException;

    /** The same for a command: valid long enough that it does not expire on the way, since a command is not sent again. */
    String authorizationHeaderForCommand() throws IOException;

    /**
     * Discards a header that the provider rejected as expired.
     *
     * @return whether another one can be obtained
     */
    boolean invalidate(String rejectedHeader);
}
