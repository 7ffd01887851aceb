package dev.lifeline.app;

import dev.lifeline.handler.InteractionDispatcher;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The engine's work of answering what was asked. */
record InteractionJob(Inbox inbox, InteractionDispatcher dispatcher) implements JobEngine.Job {

    @Override
    public void run(String ask) {
        dispatcher.process(ask);
    }

    /** An answered ask is never due again; one that failed is tried again by the engine. */
    @Override
    public Optional<Instant> nextDueAt(String ask) {
        return Optional.empty();
    }

    @Override
    public Collection<String> pending() {
        return inbox.pending();
    }
}
