package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.booting;
import static dev.lifeline.rescue.monitor.MonitorFixture.launching;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Once a reload was seen, no later host key is taken for the rescue kernel's, whatever hides the reload. */
class RebuildMemoryTest {

    private static final int STEPS = 25;
    private static final List<String> OTHER_GROUPS = List.of("CLOUD_BACKUP", "RESCUE_BOOT", "CONFIGURE_NETWORK", "");
    private static final List<ProbeResult> PROBES = List.of(
            NO_ANSWER, INSTALLED_KEY, RESCUE_KEY, new ProbeResult.HostKey("SHA256:new"), new ProbeResult.PortOpen());

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    private static Transaction transaction(long id, String group) {
        return new Transaction(id, group, group, NOON, Optional.empty());
    }

    private static DeviceStatus status(Random random, Transaction newest) {
        return new DeviceStatus(
                random.nextInt(4) == 0 ? PowerState.OFF : PowerState.ON,
                random.nextBoolean() ? Optional.of(newest) : Optional.empty(),
                Optional.of(newest),
                OptionalLong.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void P3_after_a_reload_no_host_key_proves_the_rescue(int seed) {
        Random random = new Random(seed);
        RescueRequest request = seed % 2 == 0 ? launching(INSTALLED_KEY) : booting(INSTALLED_KEY);
        long id = 502;
        int second = 20;
        RescueRequest seen = seeReload(request, status(random, transaction(id, "RELOAD")), second);
        for (int step = 0; step < STEPS && !(seen.stage() instanceof Stage.Closed); step++) {
            second += 1 + random.nextInt(90);
            if (random.nextInt(3) == 0) id++;
            String group = OTHER_GROUPS.get(random.nextInt(OTHER_GROUPS.size()));
            DeviceStatus now = random.nextInt(6) == 0
                    ? DeviceStatus.UNKNOWN
                    : status(random, transaction(id, id == 502 ? "RELOAD" : group));
            ProbeResult probe = PROBES.get(random.nextInt(PROBES.size()));
            Optional<TransitionResult.Applied> applied = observe(seen, observation(now, probe, second));
            applied.ifPresent(RebuildMemoryTest::assertNoHostKeyProof);
            seen = applied.map(TransitionResult.Applied::next).orElse(seen);
        }
    }

    private static RescueRequest seeReload(RescueRequest request, DeviceStatus reload, int second) {
        return observe(request, observation(reload, NO_ANSWER, second))
                .map(TransitionResult.Applied::next)
                .orElse(request);
    }

    private static void assertNoHostKeyProof(TransitionResult.Applied applied) {
        assertThat(applied.events())
                .filteredOn(RescueEvent.EnteredRescue.class::isInstance)
                .allSatisfy(event -> assertThat(((RescueEvent.EnteredRescue) event).evidence())
                        .isNotEqualTo(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void without_a_reload_a_changed_host_key_does_prove_it() {
        TransitionResult.Applied up = observe(
                        booting(INSTALLED_KEY), observation(MonitorFixture.transactionCompleted(501), RESCUE_KEY, 300))
                .orElseThrow();
        assertThat(MonitorFixture.evidence(up)).isEqualTo(Evidence.HOST_KEY_CHANGED);
    }
}
