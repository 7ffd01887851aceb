package dev.lifeline.rescue;

/**
 * Thrown when another writer saved the request first. An ordinary event: the transaction is rolled back, and the caller
 * reads and decides anew.
 */
public final class StaleRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleRequestException(RequestId request) {
        super("request " + request + " was changed by another writer");
    }
}
