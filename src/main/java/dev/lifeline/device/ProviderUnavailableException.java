package dev.lifeline.device;

/** Thrown when the provider gave no usable answer to a query. The query changed nothing, so it may be repeated. */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param detail what went wrong, for the operator; contains no credential */
    public ProviderUnavailableException(String detail) {
        super(detail);
    }

    public ProviderUnavailableException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
