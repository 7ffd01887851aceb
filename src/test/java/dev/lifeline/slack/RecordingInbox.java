package dev.lifeline.slack;

import dev.lifeline.command.Ask;
import dev.lifeline.command.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers what was put in; breaks where the test wants it to. */
final class RecordingInbox implements Inbox {

    final List<Ask> asks = new CopyOnWriteArrayList<>();
    volatile Consumer<Ask> before = ask -> {};

    @Override
    public boolean put(Ask ask) {
        before.accept(ask);
        boolean isNew = find(ask.id()).isEmpty();
        if (isNew) asks.add(ask);
        return isNew;
    }

    @Override
    public Optional<Ask> find(String id) {
        return asks.stream().filter(ask -> ask.id().equals(id)).findFirst();
    }

    @Override
    public List<String> unanswered() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void answered(String id) {
        throw new UnsupportedOperationException();
    }
}
