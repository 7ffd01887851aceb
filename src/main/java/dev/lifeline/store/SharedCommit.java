package dev.lifeline.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How do many threads share the price of a commit? Whoever comes while one is under way waits, and the first to go on writes for all
 * who wait. Every caller goes on only when what it brought is committed, or learns that it is not.
 */
final class SharedCommit<T, R> {

    /** How many may wait before the next one is told so. */
    static final int MOST_WAITING = 1_000;

    private static final int MOST_TOGETHER = 250;

    private final Function<List<T>, List<R>> write;
    private final BlockingQueue<Share<T, R>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Lock committing = new ReentrantLock();

    /**
     * Over what writes.
     *
     * @param write writes all or nothing, and answers for each in order
     */
    SharedCommit(Function<List<T>, List<R>> write) {
        this.write = write;
    }

    /**
     * Writes one, with whatever else waits.
     *
     * @throws IllegalStateException when so many wait that this one would wait too long
     */
    R add(T what) {
        Share<T, R> share = new Share<>(what);
        if (!waiting.offer(share))
            throw new IllegalStateException("more than " + MOST_WAITING + " wait to be written down");
        committing.lock();
        try {
            while (!share.settled()) commitSome();
        } finally {
            committing.unlock();
        }
        return share.outcome();
    }

    /** How many wait? */
    int waiting() {
        return waiting.size();
    }

    private void commitSome() {
        List<Share<T, R>> together = new ArrayList<>();
        waiting.drainTo(together, MOST_TOGETHER);
        try {
            settle(together);
        } catch (RuntimeException e) {
            alone(together, e);
        } finally {
            together.forEach(Share::giveUp);
        }
    }

    private void settle(List<Share<T, R>> together) {
        List<R> answers = write.apply(together.stream().map(share -> share.what).toList());
        for (int i = 0; i < answers.size(); i++) together.get(i).answer = answers.get(i);
    }

    /** One that cannot be written must not take the others with it. */
    private void alone(List<Share<T, R>> together, RuntimeException thrown) {
        if (together.size() == 1) {
            together.get(0).failure = thrown;
            return;
        }
        for (Share<T, R> share : together)
            try {
                settle(List.of(share));
            } catch (RuntimeException e) {
                share.failure = e;
            }
    }

    /** What one caller brought; guarded by the lock. */
    private static final class Share<T, R> {
        private final T what;
        private @Nullable R answer;
        private @Nullable RuntimeException failure;

        private Share(T what) {
            this.what = what;
        }

        private boolean settled() {
            return answer != null || failure != null;
        }

        /** Whatever broke off the write, nobody may wait for it any more. */
        private void giveUp() {
            if (!settled()) failure = new IllegalStateException("the write was broken off");
        }

        private R outcome() {
            R mine = answer;
            if (mine != null) return mine;
            throw new IllegalStateException("could not be written down", failure);
        }
    }
}
