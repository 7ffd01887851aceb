package dev.lifeline.sandbox.classic.query;

/** The provider's refusal: an HTTP status, an exception class name and a sentence (softlayer.md 1.3). */
public final class ApiError extends RuntimeException {

    public static final String PUBLIC = "SoftLayer_Exception_Public";

    private final int status;
    private final String code;

    public ApiError(int status, String code, String error) {
        super(error, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The everyday refusal: 500 and {@code SoftLayer_Exception_Public}. */
    public static ApiError publicly(String error) {
        return new ApiError(500, PUBLIC, error);
    }

    /** Absent and not permitted look the same. */
    public static ApiError notFound(String id) {
        return new ApiError(
                404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '" + id + "'.");
    }

    /** The permission to call a method at all is missing. */
    public static ApiError notPermitted() {
        return publicly("You do not have permission to this service.");
    }

    /** An argument that makes no sense. */
    public static ApiError invalidValue(String error) {
        return new ApiError(500, "SoftLayer_Exception_InvalidValue", error);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The sentence of the {@code error} field. */
    public String error() {
        return String.valueOf(getMessage());
    }
}
