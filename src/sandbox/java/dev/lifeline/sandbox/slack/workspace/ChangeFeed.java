package dev.lifeline.sandbox.slack.workspace;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Notifies subscribers of changes; each has an unbounded queue of its own. Thread-safe. */
public final class ChangeFeed {

    /** A change in a channel, or, without one, in views, homes or the workspace. */
    public record Change(Optional<String> channelId) {}

    private volatile boolean closed;
    private final Set<BlockingQueue<Change>> listeners = ConcurrentHashMap.newKeySet();

    /** Returns a queue that receives every change from now on, until it is closed. */
    public Subscription subscribe() {
        BlockingQueue<Change> queue = new IdentityQueue();
        listeners.add(queue);
        return new Subscription(queue, () -> listeners.remove(queue));
    }

    /** Announces a change in the channel with this id. */
    public void channelChanged(String channel) {
        notifyListeners(new Change(Optional.of(channel)));
    }

    /** Announces a change outside of channels. */
    public void workspaceChanged() {
        notifyListeners(new Change(Optional.empty()));
    }

    /** Nothing will change any more; listeners are woken to see it. */
    public void close() {
        closed = true;
        workspaceChanged();
    }

    /** Whether {@link #close()} was called. */
    public boolean closed() {
        return closed;
    }

    private void notifyListeners(Change change) {
        listeners.forEach(queue -> queue.add(change));
    }

    /** A subscriber's queue; closing it ends the subscription. */
    public record Subscription(BlockingQueue<Change> queue, Runnable unsubscribe) implements AutoCloseable {
        @Override
        public void close() {
            unsubscribe.run();
        }
    }

    /** Compares by identity: two empty queues are two subscribers. */
    private static final class IdentityQueue extends LinkedBlockingQueue<Change> {}
}
