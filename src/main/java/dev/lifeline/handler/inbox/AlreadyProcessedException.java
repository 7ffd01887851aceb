package dev.lifeline.handler.inbox;

/**
 * Thrown when an interaction was processed by somebody else in the meantime: another replica took it over from one that seemed dead. An
 * ordinary event: the transaction is rolled back, and the decision is dropped, since the interaction has its answer.
 */
public final class AlreadyProcessedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlreadyProcessedException(String interactionId) {
        super("interaction " + interactionId + " was processed by another writer");
    }
}
