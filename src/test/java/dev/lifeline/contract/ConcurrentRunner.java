package dev.lifeline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that begin the same thing at the same moment. */
public final class ConcurrentRunner {

    private ConcurrentRunner() {}

    /** What one of them does. */
    @FunctionalInterface
    public interface IndexedTask<T> {
        T call(int number) throws Exception;
    }

    public static <T> List<T> runAll(int threads, Callable<T> deed) {
        return runAll(threads, number -> deed.call());
    }

    /** Every thread's answer, in the order of their numbers. */
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
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) answers.add(future.get());
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
