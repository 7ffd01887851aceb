package dev.lifeline.handler.inbox;

import java.util.List;
import java.util.Optional;

/** The durable inbox of interactions, which are committed before Slack gets its acknowledgement (promise P2). Thread-safe. */
public interface Inbox {

    /**
     * Adds an interaction and schedules its processing. Blocks until it is committed. A delivery that is repeated is added once.
     *
     * @return whether it was new
     * @throws RuntimeException when it could not be committed; then it must not be acknowledged
     */
    boolean add(Interaction interaction);

    /**
     * A pending interaction; empty once it was processed.
     *
     * @throws dev.lifeline.device.UnreadableRecordException when this release cannot read it
     */
    Optional<Interaction> find(String id);

    /** What can be read of a pending interaction all the same, for one that cannot be found; empty once it was processed. */
    Optional<UnreadableInteraction> findUnreadable(String id);

    /** The ids of all pending interactions, the oldest first: what is left to do after a crash. */
    List<String> pending();

    /**
     * Marks an interaction as processed; to be called in the transaction of its effects. Others that mark it wait for that transaction.
     *
     * @throws AlreadyProcessedException when it is not pending; then the transaction has to be rolled back
     */
    void markProcessed(String id);
}
