package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.ConcurrentRunner;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class WriteQueueTest {

    private final WriteQueue writeQueue = WriteQueue.serialized();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void one_task_runs_at_a_time() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger maximum = new AtomicInteger();
        ConcurrentRunner.runAll(16, number -> {
            for (int i = 0; i < 200; i++) {
                if (number % 4 == 0) writeQueue.acquireUrgent();
                else writeQueue.acquire();
                maximum.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                writeQueue.release();
            }
            return number;
        });
        assertThat(maximum).hasValue(1);
    }

    @Test
    void the_urgent_go_first_but_others_are_not_kept_waiting_for_ever() throws InterruptedException {
        writeQueue.acquire();
        enqueue("other 1", writeQueue::acquire);
        enqueue("other 2", writeQueue::acquire);
        for (int i = 1; i <= 5; i++) enqueue("urgent " + i, writeQueue::acquireUrgent);
        writeQueue.release();
        for (Thread thread : threads) thread.join();
        assertThat(order)
                .containsExactly("urgent 1", "urgent 2", "urgent 3", "urgent 4", "other 1", "urgent 5", "other 2");
    }

    @Test
    void who_waits_goes_before_whoever_comes_at_the_release() throws InterruptedException {
        writeQueue.acquire();
        for (int i = 1; i <= 3; i++) enqueue("waiting " + i, writeQueue::acquire);
        for (int i = 1; i <= 3; i++) {
            writeQueue.release();
            writeQueue.acquire();
            order.add("again " + i);
        }
        writeQueue.release();
        for (Thread thread : threads) thread.join();
        assertThat(order).startsWith("waiting 1", "waiting 2", "waiting 3", "again 1");
    }

    /** Else a replica that lives counts as dead: its heartbeats would wait behind all that it has to write. */
    @Test
    void a_heartbeat_of_the_job_engine_goes_before_the_writers_that_wait() throws InterruptedException {
        DataSource engine = new SerializedDataSource(noDatabase(), writeQueue).dataSource();
        writeQueue.acquire();
        for (int i = 1; i <= 3; i++) enqueue("writer " + i, writeQueue::acquire);
        enqueue("heartbeat", () -> acquireConnection(engine));
        writeQueue.release();
        for (Thread thread : threads) thread.join();
        assertThat(order).containsExactly("heartbeat", "writer 1", "writer 2", "writer 3");
    }

    private static void acquireConnection(DataSource dataSource) {
        try {
            assertThat(dataSource.getConnection()).isNotNull();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource noDatabase() {
        return proxy(DataSource.class, proxy(Connection.class, false));
    }

    private static <T> T proxy(Class<T> type, Object result) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> result));
    }

    private void enqueue(String name, Runnable task) {
        Thread thread = new Thread(() -> {
            task.run();
            order.add(name);
            writeQueue.release();
        });
        thread.start();
        threads.add(thread);
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }
}
