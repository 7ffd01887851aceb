package dev.lifeline.softlayer.rest;

/** The provider does not accept the user name and key; asking again will not change that. */
public final class InvalidApiKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidApiKeyException(String detail, Throwable cause) {
        super(
                "the provider refuses SL_USERNAME and SL_API_KEY (" + detail
                        + "): check both, and that the user is active and linked to a valid IBMid",
                cause);
    }
}
