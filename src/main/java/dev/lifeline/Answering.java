package dev.lifeline;

import dev.lifeline.command.FrontDesk;
import dev.lifeline.command.Inbox;
import dev.lifeline.store.Engine;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The engine's work of answering what was asked. */
record Answering(Inbox inbox, FrontDesk frontDesk) implements Engine.Job {

    @Override
    public void run(String ask) {
        frontDesk.answer(ask);
    }

    /** An answered ask is never due again; one that failed is tried again by the engine. */
    @Override
    public Optional<Instant> due(String ask) {
        return Optional.empty();
    }

    @Override
    public Collection<String> pending() {
        return inbox.unanswered();
    }
}
