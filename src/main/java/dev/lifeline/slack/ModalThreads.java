package dev.lifeline.slack;

import dev.lifeline.slack.inbound.Suggestions;
import dev.lifeline.slack.modal.ModalOpener;

/** The threads that fill modals after they were opened. */
record ModalThreads(ModalOpener modalOpener, Suggestions suggestions) implements AutoCloseable {

    @Override
    public void close() {
        suggestions.close();
        modalOpener.close();
    }
}
