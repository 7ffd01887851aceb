package dev.lifeline.store;

import static dev.lifeline.contract.Samples.launching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.Samples;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Contract of the poll task of the job engine, run against one kind of database. */
abstract class PollTaskContracts extends JobEngineTestBase {

    @Test
    void the_poll_is_repeated() {
        jobs.pollInterval = () -> Duration.ofMillis(50);
        startEngine(new JobEngine.PollSettings(Duration.ofMillis(50), Duration.ofSeconds(1)));
        await().until(() -> jobs.pollCount.get() >= 3);
    }

    @Test
    void a_new_request_is_polled_soon() {
        startEngine(WAKE_UP_ONLY);
        await().until(() -> jobs.pollCount.get() == 1);
        startPolling();
        await().until(() -> jobs.pollCount.get() == 2);
    }

    @Test
    void a_request_added_during_a_poll_is_polled_right_after() {
        CountDownLatch started = new CountDownLatch(1);
        jobs.pollInterval = () -> {
            awaitLatch(started);
            return Duration.ofHours(1);
        };
        startEngine(WAKE_UP_ONLY);
        await().until(() -> jobs.pollCount.get() == 1);
        startPolling();
        started.countDown();
        await().until(() -> jobs.pollCount.get() == 2);
    }

    @Test
    void a_request_that_enters_another_stage_is_polled_soon_however_slowly_it_was_before() {
        startEngine(WAKE_UP_ONLY);
        await().until(() -> jobs.pollCount.get() == 1);
        RescueRequest launching = startPolling();
        await().until(() -> jobs.pollCount.get() == 2);
        Baseline baseline = Baseline.of(DeviceStatus.UNKNOWN, new ProbeResult.NoAnswer());

        store.requests()
                .save(launching
                        .transitionTo(Stage.Exiting.outsideBot(clock.instant(), baseline, baseline))
                        .next());

        await().until(() -> jobs.pollCount.get() == 3);
    }

    private RescueRequest startPolling() {
        RescueRequest request =
                store.requests().open(requestDueAt(clock.instant().plusSeconds(3_600)));
        RescueRequest launching = launching(Samples.confirmed(request), clock.instant());
        store.requests().save(Samples.confirmed(request));
        store.requests().save(launching);
        return launching;
    }

    @Test
    void of_two_engines_one_polls_at_a_time() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger maximum = new AtomicInteger();
        jobs.pollInterval = () -> {
            maximum.accumulateAndGet(running.incrementAndGet(), Math::max);
            store.accountLinks().save(Samples.LINK);
            running.decrementAndGet();
            return Duration.ZERO;
        };
        JobEngine.PollSettings fast = new JobEngine.PollSettings(Duration.ofMillis(10), Duration.ofSeconds(1));
        startEngine(fast);
        startEngine(openAnotherStore(), jobs, fast);
        await().until(() -> jobs.pollCount.get() >= 20);
        assertThat(maximum).hasValue(1);
    }
}
