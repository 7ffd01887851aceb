package dev.lifeline.slack;

import dev.lifeline.slack.home.HomePublisher;
import dev.lifeline.slack.inbound.Suggestions;
import dev.lifeline.slack.modal.ModalOpener;

/** The threads that fill modals after they were opened, and keep Home tabs fresh. */
record ViewThreads(ModalOpener modalOpener, Suggestions suggestions, HomePublisher homePublisher)
        implements AutoCloseable {

    void start() {
        homePublisher.start();
    }

    @Override
    public void close() {
        suggestions.close();
        modalOpener.close();
        homePublisher.close();
    }
}
