package dev.lifeline.softlayer.rest;

import java.io.IOException;

/** With what does the bot show who it is? */
public interface Credential {

    /**
     * The value of the Authorization header for a call that begins now.
     *
     * @throws IOException when it has to be fetched first and cannot be, which may pass
     * @throws ApiException when it will not be given
     */
    String authorizationHeader() throws IOException;

    /** The same for an order: good for long enough that it cannot run out on the way, since an order is not sent again. */
    String authorizationHeaderForCommand() throws IOException;

    /** The provider did not take this one any more: is there another to be had? */
    boolean invalidate(String refused);
}
