package dev.lifeline.slack.home;

import dev.lifeline.access.SlackUserId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who has the Home tab open, and what it shows. Only one thread at a time publishes to a viewer. */
final class Viewer {

    private final SlackUserId user;
    private final Instant openedAt;
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile Instant dueAt;
    private Optional<String> view = Optional.empty();
    private Optional<String> hash = Optional.empty();

    Viewer(SlackUserId user, Instant openedAt) {
        this.user = user;
        this.openedAt = openedAt;
        this.dueAt = openedAt;
    }

    SlackUserId user() {
        return user;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** Whether it was not in the queue before. */
    boolean tryEnqueue() {
        return queued.compareAndSet(false, true);
    }

    void dequeue() {
        queued.set(false);
    }

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    void dueAt(Instant next) {
        dueAt = next;
    }

    boolean shows(String next) {
        return view.filter(next::equals).isPresent();
    }

    Optional<String> hash() {
        return hash;
    }

    void published(String next, String nextHash) {
        view = Optional.of(next);
        hash = Optional.of(nextHash).filter(text -> !text.isEmpty());
    }
}
