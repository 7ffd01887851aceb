package dev.lifeline.store;

import static dev.lifeline.contract.Samples.launching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.Samples;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What does the engine promise to those who are watched, against one kind of database? */
abstract class WatchContracts extends EngineTrial {

    @Test
    void the_watch_looks_again_and_again() {
        jobs.tick = () -> Duration.ofMillis(50);
        start(new Engine.Pace(Duration.ofMillis(50), Duration.ofSeconds(1)));
        await().until(() -> jobs.ticks.get() >= 3);
    }

    @Test
    void what_begins_to_be_watched_is_looked_at_soon() {
        start(ONLY_WHEN_WOKEN);
        await().until(() -> jobs.ticks.get() == 1);
        beginWatching();
        await().until(() -> jobs.ticks.get() == 2);
    }

    @Test
    void what_begins_to_be_watched_during_a_look_is_looked_at_right_after() {
        CountDownLatch began = new CountDownLatch(1);
        jobs.tick = () -> {
            waitFor(began);
            return Duration.ofHours(1);
        };
        start(ONLY_WHEN_WOKEN);
        await().until(() -> jobs.ticks.get() == 1);
        beginWatching();
        began.countDown();
        await().until(() -> jobs.ticks.get() == 2);
    }

    private void beginWatching() {
        RescueRequest request = store.requests().open(due(clock.instant().plusSeconds(3_600)));
        store.requests().save(Samples.confirmed(request));
        store.requests().save(launching(Samples.confirmed(request), clock.instant()));
    }

    @Test
    void of_two_engines_one_watches_at_a_time() {
        AtomicInteger looking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        jobs.tick = () -> {
            most.accumulateAndGet(looking.incrementAndGet(), Math::max);
            store.links().keep(Samples.LINK);
            looking.decrementAndGet();
            return Duration.ZERO;
        };
        Engine.Pace fast = new Engine.Pace(Duration.ofMillis(10), Duration.ofSeconds(1));
        start(fast);
        start(anotherStore(), jobs, fast);
        await().until(() -> jobs.ticks.get() >= 20);
        assertThat(most).hasValue(1);
    }
}
