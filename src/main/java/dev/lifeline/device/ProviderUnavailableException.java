package dev.lifeline.device;

/** Thrown when the provider gave no usable answer to a query. The query changed nothing, so it may be repeated. */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outage outage;

    /**
     * A temporary outage.
     *
     * @param detail what went wrong, for the operator; contains no credential
     */
    public ProviderUnavailableException(String detail) {
        this(detail, Outage.TEMPORARY);
    }

    /** A temporary outage. */
    public ProviderUnavailableException(String detail, Throwable cause) {
        this(detail, cause, Outage.TEMPORARY);
    }

    public ProviderUnavailableException(String detail, Outage outage) {
        super(detail);
        this.outage = outage;
    }

    public ProviderUnavailableException(String detail, Throwable cause, Outage outage) {
        super(detail, cause);
        this.outage = outage;
    }

    /** Whether the same query may be answered later. */
    public Outage outage() {
        return outage;
    }
}
