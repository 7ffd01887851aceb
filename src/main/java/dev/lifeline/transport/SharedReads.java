package dev.lifeline.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cache of answers from outside in which concurrent reads of one key share one call: a key that runs out while many ask for it costs one
 * call, however slow. Failures are not kept, nor is what was read before an invalidation. Blocks for a call where the key is not cached.
 * Thread-safe.
 *
 * @param <K> what is asked for
 * @param <V> the answer
 */
public final class SharedReads<K, V> {

    /** Each read is in the cache from its beginning on: an invalidation, or a later read, takes it away with its answer. */
    private final Cache<K, Read<V>> reads;

    private final Predicate<V> kept;

    /**
     * @param ttl age, from the beginning of its read, at which an answer is forgotten
     * @param kept which answers are kept; those who wait for the same read get the others too
     */
    public SharedReads(Duration ttl, int maxEntries, Ticker ticker, Predicate<V> kept) {
        this.reads = Caffeine.newBuilder()
                .expireAfterWrite(ttl)
                .maximumSize(maxEntries)
                .ticker(ticker)
                .build();
        this.kept = kept;
    }

    /** The answer from the cache, or by the read that is under way, or by a read. */
    public V get(K key, Function<K, V> reader) {
        return get(key, reader, answer -> true);
    }

    /**
     * The same, with a test of answers that others read.
     *
     * @param current whether an answer still holds; one that does not is forgotten
     */
    public V get(K key, Function<K, V> reader, Predicate<V> current) {
        Read<V> own = new Read<>(Thread.currentThread());
        Read<V> read = reads.get(key, unknown -> own);
        while (read != own) {
            if (read.isOwnUnfinished()) return read(key, reader);
            V answer = read.await();
            if (current.test(answer)) return answer;
            reads.asMap().remove(key, read);
            read = reads.get(key, unknown -> own);
        }
        return complete(key, own, reader);
    }

    /** Reads whatever is cached, and keeps the answer. Who asks from now on shares this read. */
    public V read(K key, Function<K, V> reader) {
        Read<V> own = new Read<>(Thread.currentThread());
        reads.put(key, own);
        return complete(key, own, reader);
    }

    /** Forgets a key; a read of it that is under way is not kept. */
    public void invalidate(K key) {
        reads.invalidate(key);
    }

    private V complete(K key, Read<V> own, Function<K, V> reader) {
        try {
            V answer = reader.apply(key);
            if (!kept.test(answer)) reads.asMap().remove(key, own);
            own.answer.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            reads.asMap().remove(key, own);
            own.answer.completeExceptionally(e);
            throw e;
        }
    }

    /** Caffeine's AsyncCache would do the same, but logs the stack trace of each failure, and has a reader that asks for its own key wait for itself. */
    private static final class Read<V> {

        private final Thread reader;
        private final CompletableFuture<V> answer = new CompletableFuture<>();

        Read(Thread reader) {
            this.reader = reader;
        }

        boolean isOwnUnfinished() {
            return reader == Thread.currentThread() && !answer.isDone();
        }

        V await() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) throw failure;
                throw e;
            }
        }
    }
}
