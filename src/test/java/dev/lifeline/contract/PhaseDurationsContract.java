package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static dev.lifeline.contract.Samples.confirmed;
import static dev.lifeline.contract.Samples.launching;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_08;
import static dev.lifeline.testkit.Fixtures.guest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.DeviceClass;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.Phase;
import dev.lifeline.rescue.PhaseDuration;
import dev.lifeline.rescue.PhaseDurations;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract of the durations of phases: what was observed of a request that is saved, and nothing else. */
public abstract class PhaseDurationsContract {

    private static final Baseline SEEN = Baseline.of(poweredOnStatus(), new ProbeResult.PortOpen());
    private static final DeviceClass WEB = DeviceClass.of(WEB_07);

    protected abstract RescueRequests requests();

    /** Durations that are read for the first time. */
    protected abstract PhaseDurations durations();

    private RescueRequest launched(String id, Device device) {
        RescueRequest opened = awaitingConfirmation(id, device);
        requests().open(opened);
        RescueRequest ready = confirmed(opened);
        requests().save(ready);
        RescueRequest sent = launching(ready, NOON).withEstimate(Optional.empty());
        requests().save(sent);
        return sent;
    }

    private RescueRequest inRescue(RescueRequest sent, Duration after, Evidence evidence) {
        RescueRequest in = sent.transitionTo(
                        new InRescue(NOON.plus(after), evidence, SEEN, SEEN), new RescueEvent.EnteredRescue(evidence))
                .next();
        requests().save(in);
        return in;
    }

    @Test
    void what_was_observed_is_found_the_newest_first_and_once() {
        RescueRequest in = inRescue(launched("first0001", WEB_07), Duration.ofMinutes(8), Evidence.PORT_OPEN);
        requests().save(in.withNextVersion());
        inRescue(launched("second0002", WEB_08), Duration.ofSeconds(301), Evidence.HOST_KEY_CHANGED);

        assertThat(durations().findRecent(Phase.BOOT, DeviceClass.Kind.GUEST))
                .containsExactlyInAnyOrder(
                        new PhaseDuration(Phase.BOOT, WEB, Duration.ofMinutes(8)),
                        new PhaseDuration(Phase.BOOT, WEB, Duration.ofSeconds(301)));
        assertThat(durations().findRecent(Phase.EXIT, DeviceClass.Kind.GUEST)).isEmpty();
        assertThat(durations().findRecent(Phase.BOOT, DeviceClass.Kind.BARE_METAL))
                .isEmpty();
    }

    @Test
    void a_request_that_was_cancelled_or_reported_by_a_person_does_not_count() {
        RescueRequest sent = launched("first0001", WEB_07);
        requests()
                .save(sent.close(CloseReason.CANCELLED, "", NOON.plusSeconds(400), new RescueEvent.Expired())
                        .next());
        inRescue(launched("second0002", WEB_08), Duration.ofHours(1), Evidence.REPORTED_BY_PERSON);

        assertThat(durations().findRecent(Phase.BOOT, DeviceClass.Kind.GUEST)).isEmpty();
    }

    @Test
    void a_clock_that_was_put_back_in_between_leaves_no_duration() {
        inRescue(launched("first0001", WEB_07), Duration.ofMinutes(-5), Evidence.PORT_OPEN);
        inRescue(launched("second0002", WEB_08), Duration.ofDays(3), Evidence.PORT_OPEN);
        Device web09 = guest(7009, "web-09", OperatingSystem.Family.LINUX, 8192);
        inRescue(launched("third0003", web09), Duration.ofNanos(700_000), Evidence.PORT_OPEN);

        assertThat(durations().findRecent(Phase.BOOT, DeviceClass.Kind.GUEST)).isEmpty();
    }
}
