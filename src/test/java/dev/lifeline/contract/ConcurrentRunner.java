package dev.lifeline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one task in many threads that start at the same moment. */
public final class ConcurrentRunner {

    private ConcurrentRunner() {}

    /** A task that knows the index of its thread. */
    @FunctionalInterface
    public interface IndexedTask<T> {
        T call(int number) throws Exception;
    }

    public static <T> List<T> runAll(int threads, Callable<T> task) {
        return runAll(threads, number -> task.call());
    }

    /** Runs the task in so many threads, waits for all and returns the results in the order of the indexes. */
    public static <T> List<T> runAll(int threads, IndexedTask<T> indexedTask) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier barrier = new CyclicBarrier(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return indexedTask.call(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) results.add(future.get());
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
