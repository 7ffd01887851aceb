package dev.lifeline.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.RecordingNotifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit from rescue with failures on the way. */
class RescueExitTest {

    private static final double PROVIDER_SPEED = 300;

    @TempDir
    private Path folder;

    private FakeSoftLayerControl softLayer;
    private Store store;
    private RecordingNotifier notifier;
    private WorkflowHarness harness;

    @BeforeEach
    void open() throws IOException {
        softLayer =
                new FakeSoftLayerControl(FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(PROVIDER_SPEED));
        store = Store.open("jdbc:sqlite:" + folder.resolve("lifeline.db"), InstantSource.system());
        notifier = new RecordingNotifier(reply -> {});
        harness = WorkflowHarness.withDefaultTimeouts(softLayer, store, notifier, PROVIDER_SPEED);
    }

    @AfterEach
    void close() {
        harness.close();
        store.close();
        softLayer.close();
    }

    private void runUntil(RequestId id, Predicate<Stage> condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(40)).until(() -> {
            harness.runOnce();
            return condition.test(harness.stage(id));
        });
    }

    private RequestId requestInRescue(TrialDevice trialDevice) {
        RequestId id = harness.confirmedRequest(trialDevice.id(), trialDevice.rescueSystem());
        runUntil(id, InRescue.class::isInstance);
        return id;
    }

    private static boolean isExited(Stage stage) {
        return stage instanceof Closed closed && closed.closeReason() == CloseReason.EXITED;
    }

    @Test
    void P1_where_the_soft_reboot_has_no_effect_a_power_cycle_is_offered_and_sent_once() {
        TrialDevice guest = TrialDevice.LINUX_GUEST;
        RequestId id = requestInRescue(guest);
        softLayer.injectFault(Map.of("fault", "reboot-without-effect", "times", 1));
        harness.requestExit(id, false);
        runUntil(id, stage -> stage instanceof Exiting exiting && exiting.overdueNotified());
        assertThat(notifier.replies()).last().asString().contains("You can power-cycle it");

        harness.requestExit(id, true);
        harness.requestExit(id, true);
        runUntil(id, stage -> stage instanceof Exiting);
        harness.requestExit(id, true);
        runUntil(id, RescueExitTest::isExited);

        assertThat(softLayer.callCount(Set.of("rebootDefault"), guest.id().value()))
                .isEqualTo(1);
        assertThat(softLayer.callCount(Set.of("rebootHard"), guest.id().value()))
                .isEqualTo(1);
    }

    @Test
    void P7_an_order_that_died_with_its_process_is_asked_for_again_and_never_repeated() {
        TrialDevice guest = TrialDevice.LINUX_GUEST;
        RequestId id = requestInRescue(guest);
        harness.requestExit(id, false);
        harness.claimExitWithoutSending(id);
        runUntil(id, InRescue.class::isInstance);
        assertThat(notifier.replies()).last().asString().contains("still in the rescue kernel", "End rescue");
        assertThat(rebootCalls(guest)).isZero();

        harness.requestExit(id, false);
        runUntil(id, RescueExitTest::isExited);
        assertThat(rebootCalls(guest)).isEqualTo(1);
    }

    private long rebootCalls(TrialDevice trialDevice) {
        return softLayer.callCount(
                Set.of("rebootDefault", "rebootHard"), trialDevice.id().value());
    }

    @Test
    void bare_metal_that_rests_from_a_reboot_is_told_with_the_time_left_and_returned_then() {
        TrialDevice bareMetal = TrialDevice.LINUX_BARE_METAL;
        softLayer.callAsOtherClient(
                bareMetal.serviceName() + "/" + bareMetal.id().value() + "/rebootDefault");
        RequestId id = requestInRescue(bareMetal);
        harness.requestExit(id, false);
        runUntil(id, RescueExitTest::isExited);

        assertThat(notifier.replies())
                .anySatisfy(reply -> assertThat(reply)
                        .contains("takes no power command for 20 minutes", "min left", "sent again at"))
                .anySatisfy(reply -> assertThat(reply).contains("is back in its installed system"))
                .last()
                .asString()
                .contains("Times of db-01.example.com");
    }

    @Test
    void an_image_that_is_loaded_is_taken_out_instead_of_rebooting() {
        TrialDevice windows = TrialDevice.WINDOWS_GUEST;
        RequestId id = requestInRescue(windows);
        harness.requestExit(id, false);
        runUntil(id, RescueExitTest::isExited);

        assertThat(softLayer.callCount(Set.of("unmountIsoImage"), windows.id().value()))
                .isEqualTo(1);
        assertThat(softLayer.callCount(
                        Set.of("rebootDefault", "rebootHard"), windows.id().value()))
                .isZero();
    }
}
