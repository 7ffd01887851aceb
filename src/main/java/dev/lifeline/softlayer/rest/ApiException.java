package dev.lifeline.softlayer.rest;

/** An error response to a query or a command. Never leaves the SoftLayer adapter. */
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
