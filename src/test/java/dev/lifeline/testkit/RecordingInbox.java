package dev.lifeline.testkit;

import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.UnreadableInteraction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An inbox that records what is added, and fails when told to. */
public final class RecordingInbox implements Inbox {

    public final List<Interaction> interactions = new CopyOnWriteArrayList<>();
    public volatile Consumer<Interaction> beforeAdd = interaction -> {};

    @Override
    public boolean add(Interaction interaction) {
        beforeAdd.accept(interaction);
        boolean isNew = find(interaction.id()).isEmpty();
        if (isNew) interactions.add(interaction);
        return isNew;
    }

    @Override
    public Optional<Interaction> find(String id) {
        return interactions.stream()
                .filter(interaction -> interaction.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<UnreadableInteraction> findUnreadable(String id) {
        return Optional.empty();
    }

    @Override
    public List<String> pending() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void markProcessed(String id) {
        throw new UnsupportedOperationException();
    }
}
