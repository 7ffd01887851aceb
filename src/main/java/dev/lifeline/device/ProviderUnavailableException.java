package dev.lifeline.device;

/** The provider gave no usable answer to a question; nothing was changed by asking. */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Without a cause worth keeping.
     *
     * @param detail what went wrong, for the operator; holds no credential
     */
    public ProviderUnavailableException(String detail) {
        super(detail);
    }

    public ProviderUnavailableException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
