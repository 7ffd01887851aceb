package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.ConcurrentRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
