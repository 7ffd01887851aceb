package dev.lifeline.rescue;

import static dev.lifeline.rescue.Watching.RESCUE_KEY;
import static dev.lifeline.rescue.Watching.SILENT;
import static dev.lifeline.rescue.Watching.USUAL_KEY;
import static dev.lifeline.rescue.Watching.done;
import static dev.lifeline.rescue.Watching.ending;
import static dev.lifeline.rescue.Watching.fold;
import static dev.lifeline.rescue.Watching.inRescue;
import static dev.lifeline.rescue.Watching.returning;
import static dev.lifeline.rescue.Watching.sighting;
import static dev.lifeline.rescue.Watching.watched;
import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.busyWith;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Power;
import dev.lifeline.rescue.Stage.Returning;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Is it still in rescue? */
class RescueWatchTest {

    @Test
    void silence_in_rescue_proves_nothing() {
        assertThat(watched(inRescue(), sighting(done(501), SILENT, 600))).isEmpty();
    }

    @Test
    void P10_the_old_host_key_says_that_somebody_rebooted_it_from_inside() {
        Move.Moved back = fold(inRescue(), done(501), USUAL_KEY, 600);

        assertThat(ending(back)).isEqualTo(Ending.RETURNED);
        assertThat(back.happened())
                .containsExactly(new Happening.LeftByItself(), new Happening.IsBack(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void a_new_transaction_in_rescue_is_somebody_elses_doing() {
        Move.Moved leaving = fold(inRescue(), busyWith(transaction(502), Power.OFF), SILENT, 600);

        assertThat(leaving.next().stage()).isInstanceOf(Returning.class);
        assertThat(leaving.happened()).containsExactly(new Happening.LeftByItself());
    }

    @Test
    void P3_what_an_earlier_order_began_is_not_somebody_elses_doing() {
        RescueRequest late = fold(returning(), done(501), RESCUE_KEY, 600 + 900).next();
        RescueRequest again = late.leave(ASHA_ASKS, true, NOON.plusSeconds(1600))
                .moved()
                .orElseThrow()
                .next();

        assertThat(watched(again, sighting(done(502), SILENT, 1601))).isEmpty();
    }

    @Test
    void a_vanished_device_is_no_success() {
        Move.Moved gone = watched(inRescue(), new Sighting(Optional.empty(), SILENT, NOON))
                .orElseThrow();

        assertThat(ending(gone)).isEqualTo(Ending.VANISHED);
    }
}
