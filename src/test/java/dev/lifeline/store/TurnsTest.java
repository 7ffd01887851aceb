package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.AtOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = Turns.oneAtATime();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void one_has_the_turn_at_a_time() {
        AtomicInteger inTurn = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtOnce.all(16, number -> {
            for (int i = 0; i < 200; i++) {
                if (number % 4 == 0) turns.takeUrgently();
                else turns.take();
                most.accumulateAndGet(inTurn.incrementAndGet(), Math::max);
                inTurn.decrementAndGet();
                turns.give();
            }
            return number;
        });
        assertThat(most).hasValue(1);
    }

    @Test
    void the_urgent_go_first_but_others_are_not_kept_waiting_for_ever() throws InterruptedException {
        turns.take();
        queue("other 1", turns::take);
        queue("other 2", turns::take);
        for (int i = 1; i <= 5; i++) queue("urgent " + i, turns::takeUrgently);
        turns.give();
        for (Thread thread : threads) thread.join();
        assertThat(order)
                .containsExactly("urgent 1", "urgent 2", "urgent 3", "urgent 4", "other 1", "urgent 5", "other 2");
    }

    private void queue(String name, Runnable take) {
        Thread thread = new Thread(() -> {
            take.run();
            order.add(name);
            turns.give();
        });
        thread.start();
        threads.add(thread);
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }
}
