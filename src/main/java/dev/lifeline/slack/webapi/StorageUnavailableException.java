package dev.lifeline.slack.webapi;

/** What was asked could not be written down, or what has to be known for it not be read: our own fault, which may be over when it comes again. */
public final class StorageUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(RuntimeException cause) {
        super(cause);
    }
}
