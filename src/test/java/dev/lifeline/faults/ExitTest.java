package dev.lifeline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Returning;
import dev.lifeline.sandbox.classic.ClassicOptions;
import dev.lifeline.store.Store;
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

/** The way back where it is not smooth. */
class ExitTest {

    private static final double SPEED = 300;

    @TempDir
    private Path folder;

    private Provider provider;
    private Store store;
    private Heard heard;
    private Clockwork clockwork;

    @BeforeEach
    void open() throws IOException {
        provider = new Provider(ClassicOptions.onPort(0).withSpeed(SPEED));
        store = Store.open("jdbc:sqlite:" + folder.resolve("lifeline.db"), InstantSource.system());
        heard = new Heard(reply -> {});
        clockwork = Clockwork.patient(provider, store, heard, SPEED);
    }

    @AfterEach
    void close() {
        clockwork.close();
        store.close();
        provider.close();
    }

    private void turnUntil(RequestId id, Predicate<Stage> there) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(40))
                .until(() -> {
                    clockwork.turn();
                    return there.test(clockwork.stage(id));
                });
    }

    private RequestId inRescue(Subject subject) {
        RequestId id = clockwork.confirmed(subject.id(), subject.system());
        turnUntil(id, InRescue.class::isInstance);
        return id;
    }

    private static boolean isReturned(Stage stage) {
        return stage instanceof Closed closed && closed.ending() == Ending.RETURNED;
    }

    @Test
    void P1_where_the_soft_reboot_does_nothing_a_power_cycle_is_offered_and_ordered_once() {
        Subject guest = Subject.LINUX_GUEST;
        RequestId id = inRescue(guest);
        provider.misbehave(Map.of("fault", "drop-before", "method", Struck.GIVE_BACK.method(guest), "times", 1));
        clockwork.ends(id, false);
        turnUntil(id, stage -> stage instanceof Returning back && back.overdueSaid());
        assertThat(heard.replies()).last().asString().contains("You can power-cycle it");

        clockwork.ends(id, true);
        clockwork.ends(id, true);
        turnUntil(id, stage -> stage instanceof Returning);
        clockwork.ends(id, true);
        turnUntil(id, ExitTest::isReturned);

        assertThat(provider.called(Set.of("rebootDefault"), guest.id().value())).isEqualTo(1);
        assertThat(provider.called(Set.of("rebootHard"), guest.id().value())).isEqualTo(1);
    }

    @Test
    void P7_an_order_that_died_with_its_process_is_asked_for_again_and_never_repeated() {
        Subject guest = Subject.LINUX_GUEST;
        RequestId id = inRescue(guest);
        clockwork.ends(id, false);
        clockwork.claimsAndDies(id);
        turnUntil(id, InRescue.class::isInstance);
        assertThat(heard.replies()).last().asString().contains("still in the rescue kernel", "End rescue");
        assertThat(rebooted(guest)).isZero();

        clockwork.ends(id, false);
        turnUntil(id, ExitTest::isReturned);
        assertThat(rebooted(guest)).isEqualTo(1);
    }

    private long rebooted(Subject subject) {
        return provider.called(
                Set.of("rebootDefault", "rebootHard"), subject.id().value());
    }

    @Test
    void bare_metal_that_rests_from_a_reboot_is_told_with_the_time_left_and_returned_then() {
        Subject metal = Subject.LINUX_METAL;
        provider.order(metal.service() + "/" + metal.id().value() + "/rebootDefault");
        RequestId id = inRescue(metal);
        clockwork.ends(id, false);
        turnUntil(id, ExitTest::isReturned);

        assertThat(heard.replies())
                .anySatisfy(reply -> assertThat(reply)
                        .contains("takes no power command for 20 minutes", "min left", "given again at"))
                .last()
                .asString()
                .contains("is back in its installed system");
    }

    @Test
    void an_image_that_is_loaded_is_taken_out_instead_of_rebooting() {
        Subject windows = Subject.WINDOWS_GUEST;
        RequestId id = inRescue(windows);
        clockwork.ends(id, false);
        turnUntil(id, ExitTest::isReturned);

        assertThat(provider.called(Set.of("unmountIsoImage"), windows.id().value()))
                .isEqualTo(1);
        assertThat(provider.called(
                        Set.of("rebootDefault", "rebootHard"), windows.id().value()))
                .isZero();
    }
}
