package dev.lifeline.rescue;

import static dev.lifeline.rescue.Watching.SILENT;
import static dev.lifeline.rescue.Watching.USUAL_KEY;
import static dev.lifeline.rescue.Watching.done;
import static dev.lifeline.rescue.Watching.ending;
import static dev.lifeline.rescue.Watching.fold;
import static dev.lifeline.rescue.Watching.launching;
import static dev.lifeline.rescue.Watching.sighting;
import static dev.lifeline.rescue.Watching.watched;
import static dev.lifeline.testkit.Fixtures.busyWith;
import static dev.lifeline.testkit.Fixtures.running;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.rescue.Stage.Booting;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Did the order to launch begin anything? */
class LaunchWatchTest {

    @Test
    void P3_nothing_seen_right_after_the_order_means_nothing() {
        assertThat(watched(launching(USUAL_KEY), sighting(running(), USUAL_KEY, 5)))
                .isEmpty();
    }

    @Test
    void a_new_transaction_is_the_boot_under_way() {
        Move.Moved moved = fold(launching(USUAL_KEY), busyWith(transaction(501), Power.ON), USUAL_KEY, 10);

        assertThat(moved.next().stage())
                .isInstanceOfSatisfying(
                        Booting.class,
                        booting -> assertThat(booting.transaction()).isEqualTo(OptionalLong.of(501)));
    }

    @Test
    void P3_a_transaction_that_was_over_before_it_was_seen_is_told_without_its_step() {
        Move.Moved moved = fold(launching(USUAL_KEY), done(501), SILENT, 10);

        assertThat(moved.next().stage()).isInstanceOf(Booting.class);
        assertThat(moved.happened()).containsExactly(new Happening.UnderWay("", Optional.empty()));
    }

    @Test
    void the_transaction_of_before_is_not_ours() {
        Condition old = busyWith(transaction(500), Power.ON);

        assertThat(watched(launching(USUAL_KEY), sighting(old, USUAL_KEY, 10))).isEmpty();
    }

    @Test
    void none_that_ever_starts_is_said_once_and_closed_later() {
        Move.Moved said = fold(launching(USUAL_KEY), running(), USUAL_KEY, 180);
        assertThat(said.happened()).hasOnlyElementsOfType(Happening.NothingBegins.class);
        assertThat(watched(said.next(), sighting(running(), USUAL_KEY, 200))).isEmpty();

        Move.Moved over = fold(said.next(), running(), USUAL_KEY, 900);
        assertThat(ending(over)).isEqualTo(Ending.FAILED);
    }
}
