package dev.lifeline.classic;

import java.io.IOException;

/** With what does the bot show who it is? */
interface Credential {

    /**
     * The value of the Authorization header for a call that begins now.
     *
     * @throws IOException when it has to be fetched first and cannot be, which may pass
     * @throws ApiRefusal when it will not be given
     */
    String header() throws IOException;

    /** The same for an order: good for long enough that it cannot run out on the way, since an order is not sent again. */
    String headerForOrder() throws IOException;

    /** The provider did not take this one any more: is there another to be had? */
    boolean renews(String refused);
}
