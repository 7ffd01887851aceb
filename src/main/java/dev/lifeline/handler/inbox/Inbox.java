package dev.lifeline.handler.inbox;

import java.util.List;
import java.util.Optional;

/** What was asked and is still to be answered? Written down before the platform gets its acknowledgement. */
public interface Inbox {

    /**
     * Writes it down, once however often it is delivered, and has it taken up at once.
     *
     * @return whether it was new
     * @throws RuntimeException when it could not be written; then nothing was promised and nothing may be acknowledged
     */
    boolean add(Interaction interaction);

    /** An ask that is still to be answered; empty when it was answered meanwhile. */
    Optional<Interaction> find(String id);

    /** The ids of all that is still to be answered, the oldest first: what is left to do after a crash. */
    List<String> pending();

    /** Writes down that it was answered, together with the answer. */
    void markProcessed(String id);
}
