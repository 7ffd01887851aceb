package dev.lifeline.workflow;

import static dev.lifeline.workflow.PollFixture.USUAL_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A round of probes is bounded in all, and what does not fit comes first in the next. */
class BoundedProbesTest {

    private static final int DEVICES = 200;
    private static final int THREADS = 32;
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

    @Test
    void two_hundred_silent_devices_do_not_make_a_round_of_37_seconds() {
        PollFixture fixture = new PollFixture();
        LongStream.rangeClosed(1, DEVICES).forEach(fixture::addStalled);
        // one after the other, each takes its part of what as many threads would take together
        fixture.onProbe(id -> fixture.letPass(PROBE_TIMEOUT.dividedBy(THREADS)));

        long start = fixture.nanos.get();
        fixture.poll();

        assertThat(Duration.ofNanos(fixture.nanos.get() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(fixture.probed).hasSizeBetween(THREADS, THREADS + 1);
    }

    @Test
    void P10_every_one_of_two_hundred_silent_devices_has_its_turn() {
        PollFixture fixture = new PollFixture();
        LongStream.rangeClosed(1, DEVICES).forEach(fixture::addStalled);
        fixture.onProbe(id -> fixture.letPass(PROBE_TIMEOUT.dividedBy(THREADS)));

        for (int round = 0; round < 7; round++) fixture.poll();

        assertThat(new HashSet<>(fixture.probed)).hasSize(DEVICES);
        assertThat(fixture.probed.subList(0, DEVICES)).doesNotHaveDuplicates();
        assertThat(fixture.probed.subList(DEVICES, fixture.probed.size()))
                .as("the oldest look comes first")
                .isEqualTo(fixture.probed.subList(0, fixture.probed.size() - DEVICES));
    }

    @Test
    void P10_a_probe_that_hangs_holds_up_no_other_device_and_takes_one_thread() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch hang = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        try {
            PollFixture fixture = new PollFixture(threads);
            RescueRequest hanging = fixture.addInRescue(1);
            List<RescueRequest> others =
                    LongStream.rangeClosed(2, 5).mapToObj(fixture::addInRescue).toList();
            DeviceId last = fixture.addInRescue(6).device().id();
            fixture.onProbe(id -> {
                if (id.equals(hanging.device().id())) {
                    hangs.countDown();
                    await(hang);
                }
                if (id.equals(last)) {
                    await(hangs);
                    fixture.letPass(BoundedProbes.ROUND_TIME);
                }
            });

            fixture.poll();
            others.forEach(other -> fixture.answers.put(other.device().id(), USUAL_KEY));
            fixture.letPass(Duration.ofSeconds(30));
            fixture.poll();

            assertThat(others)
                    .allSatisfy(other -> assertThat(fixture.stage(other)).isInstanceOf(Stage.Closed.class));
            assertThat(fixture.probed).filteredOn(hanging.device().id()::equals).hasSize(1);
        } finally {
            hang.countDown();
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_pool_that_takes_no_more_probes_ends_the_round_all_the_same() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdownNow();
        PollFixture fixture = new PollFixture(closed);
        RescueRequest request = fixture.addInRescue(1);

        assertThat(fixture.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(fixture.stage(request)).isEqualTo(request.stage());
    }
}
