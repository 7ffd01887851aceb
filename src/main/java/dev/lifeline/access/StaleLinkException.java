package dev.lifeline.access;

/**
 * Thrown when a link was changed after a decision on it was made. An ordinary event: the transaction is rolled back, and the
 * caller reads and decides anew.
 */
public final class StaleLinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleLinkException(SlackUserId slackUserId) {
        super("the link of " + slackUserId + " was changed by another writer");
    }
}
