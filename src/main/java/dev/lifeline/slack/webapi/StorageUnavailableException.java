package dev.lifeline.slack.webapi;

/** The bot's own database could not be written or read, so a delivery was not processed. Temporary: the delivery may be repeated. */
public final class StorageUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(RuntimeException cause) {
        super(cause);
    }
}
