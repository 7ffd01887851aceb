package dev.lifeline.app;

import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.UnreadableInteraction;
import dev.lifeline.transport.CallObserver;
import java.util.List;
import java.util.Optional;

/** An inbox whose writes are timed: Slack's acknowledgement waits for them. */
record TimedInbox(Inbox inbox, CallObserver observer) implements Inbox {

    @Override
    public boolean add(Interaction interaction) {
        CallObserver.Observation observation =
                observer.begin(interaction.payload().getClass().getSimpleName());
        boolean written = false;
        try {
            boolean added = inbox.add(interaction);
            written = true;
            return added;
        } finally {
            observation.end(written ? "ok" : "failed");
        }
    }

    @Override
    public Optional<Interaction> find(String id) {
        return inbox.find(id);
    }

    @Override
    public Optional<UnreadableInteraction> findUnreadable(String id) {
        return inbox.findUnreadable(id);
    }

    @Override
    public List<String> pending() {
        return inbox.pending();
    }

    @Override
    public void markProcessed(String id) {
        inbox.markProcessed(id);
    }
}
