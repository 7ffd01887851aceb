package dev.lifeline.softlayer.rest;

/** The provider rejects the configured user name and API key. Permanent: the message names the settings to correct. */
public final class InvalidApiKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidApiKeyException(String detail, Throwable cause) {
        super(
                "the provider refuses SL_USERNAME and SL_API_KEY (" + detail
                        + "): check both, and that the user is active and linked to a valid IBMid",
                cause);
    }
}
