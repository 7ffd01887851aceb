package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.monitor.DeviceObservation;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private final SettableClock clock = new SettableClock();
    private final PollSchedule schedule =
            new PollSchedule(PollIntervals.DEFAULT, () -> clock.ticker().read());
    private final List<RescueRequest> requests =
            IntStream.range(0, 5).mapToObj(PollScheduleTest::inRescue).toList();

    private static RescueRequest inRescue(int number) {
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        return RescueRequest.create(
                        new RequestId("request0000" + number),
                        plan(Fixtures.guest(7_000 + number, "web-" + number, Family.LINUX, 2_048)),
                        NOON.plus(Duration.ofMinutes(10)))
                .transitionTo(new Stage.InRescue(NOON, Evidence.PORT_OPEN, baseline, baseline))
                .next();
    }

    private void poll(int number) {
        schedule.add(
                requests.get(number),
                new DeviceObservation(Optional.of(poweredOnStatus()), new ProbeResult.NoAnswer(), clock.instant()));
    }

    @Test
    void a_device_that_was_never_polled_goes_before_one_that_was_polled_long_ago() {
        poll(0);
        clock.advance(Duration.ofHours(1));
        assertThat(schedule.due(requests.subList(0, 2))).containsExactly(requests.get(1), requests.get(0));
    }

    /** A round probes as many as fit into it, so with a fixed order the last ones would never be probed. */
    @RepeatedTest(20)
    void whoever_waits_longest_is_polled_first_whatever_the_order_of_the_list(RepetitionInfo repetition) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(order, new Random(repetition.getCurrentRepetition()));
        for (int number : order) {
            poll(number);
            clock.advance(Duration.ofSeconds(7));
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(schedule.due(requests))
                .isEqualTo(order.stream().map(requests::get).toList());
    }
}
