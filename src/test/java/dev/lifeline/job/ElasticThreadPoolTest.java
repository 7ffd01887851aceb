package dev.lifeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As many threads as there is work at once, and not one more than the maximum. */
class ElasticThreadPoolTest {

    private final ExecutorService pool = ElasticThreadPool.create("elastic", 3);

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    private int largestSize() {
        return ((ThreadPoolExecutor) pool).getLargestPoolSize();
    }

    @Test
    void work_beyond_the_maximum_waits_and_is_done() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<Future<Boolean>> work = IntStream.range(0, 20)
                .mapToObj(i -> pool.submit(() -> {
                    release.await();
                    return true;
                }))
                .toList();
        release.countDown();

        for (Future<Boolean> one : work) assertThat(one.get()).isTrue();
        assertThat(largestSize()).isEqualTo(3);
    }

    @Test
    void a_closed_pool_refuses() {
        pool.shutdown();

        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
