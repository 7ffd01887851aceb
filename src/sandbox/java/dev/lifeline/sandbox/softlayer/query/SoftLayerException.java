package dev.lifeline.sandbox.softlayer.query;

/**
 * An error of the provider: an HTTP status, an exception class name and a message (src/docs/platform/softlayer.md, section
 * Errors).
 */
public final class SoftLayerException extends RuntimeException {

    public static final String PUBLIC_CODE = "SoftLayer_Exception_Public";

    private final int status;
    private final String code;

    public SoftLayerException(int status, String code, String error) {
        super(error, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The general error: 500 and {@code SoftLayer_Exception_Public}. */
    public static SoftLayerException publicError(String error) {
        return new SoftLayerException(500, PUBLIC_CODE, error);
    }

    /** Absent and not permitted look the same. */
    public static SoftLayerException notFound(String id) {
        return new SoftLayerException(
                404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '" + id + "'.");
    }

    /** The caller lacks the permission to call a method. */
    public static SoftLayerException permissionDenied() {
        return publicError("You do not have permission to this service.");
    }

    /** A parameter has an invalid value. */
    public static SoftLayerException invalidValue(String error) {
        return new SoftLayerException(500, "SoftLayer_Exception_InvalidValue", error);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Returns the message of the {@code error} field. */
    public String errorMessage() {
        return String.valueOf(getMessage());
    }
}
