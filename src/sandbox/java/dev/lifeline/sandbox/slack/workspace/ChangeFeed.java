package dev.lifeline.sandbox.slack.workspace;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Who wants to know that something changed? Each listener has a queue of its own. */
public final class ChangeFeed {

    /** Something changed in a channel, or, without one, in views, homes or the workspace. */
    public record Change(Optional<String> channelId) {}

    private volatile boolean closed;
    private final Set<BlockingQueue<Change>> listeners = ConcurrentHashMap.newKeySet();

    /** A queue that gets every change from now on, until it is closed. */
    public Subscription subscribe() {
        BlockingQueue<Change> queue = new IdentityQueue();
        listeners.add(queue);
        return new Subscription(queue, () -> listeners.remove(queue));
    }

    /** Something changed in the channel with this id. */
    public void channelChanged(String channel) {
        notifyListeners(new Change(Optional.of(channel)));
    }

    /** Something changed that is in no channel. */
    public void workspaceChanged() {
        notifyListeners(new Change(Optional.empty()));
    }

    /** Nothing will change any more; listeners are woken to see it. */
    public void close() {
        closed = true;
        workspaceChanged();
    }

    public boolean closed() {
        return closed;
    }

    private void notifyListeners(Change change) {
        listeners.forEach(queue -> queue.add(change));
    }

    /** A listener's queue; to be closed when nobody listens any more. */
    public record Subscription(BlockingQueue<Change> queue, Runnable unsubscribe) implements AutoCloseable {
        @Override
        public void close() {
            unsubscribe.run();
        }
    }

    /** Two empty queues are two listeners. */
    private static final class IdentityQueue extends LinkedBlockingQueue<Change> {}
}
