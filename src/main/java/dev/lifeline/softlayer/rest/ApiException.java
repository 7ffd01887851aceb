package dev.lifeline.softlayer.rest;

/** The provider answered a question with an error; never leaves this package. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    public ApiException(ApiError error) {
        super(error.detail());
        this.error = error;
    }

    public ApiError error() {
        return error;
    }
}
