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
    void one_has_the_turn_at_a_time() {
        AtomicInteger inTurn = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ConcurrentRunner.runAll(16, number -> {
            for (int i = 0; i < 200; i++) {
                if (number % 4 == 0) writeQueue.acquireUrgent();
                else writeQueue.acquire();
                most.accumulateAndGet(inTurn.incrementAndGet(), Math::max);
                inTurn.decrementAndGet();
                writeQueue.release();
            }
            return number;
        });
        assertThat(most).hasValue(1);
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

    private void enqueue(String name, Runnable take) {
        Thread thread = new Thread(() -> {
            take.run();
            order.add(name);
            writeQueue.release();
        });
        thread.start();
        threads.add(thread);
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }
}
