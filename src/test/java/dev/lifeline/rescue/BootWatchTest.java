package dev.lifeline.rescue;

import static dev.lifeline.rescue.Watching.RESCUE_KEY;
import static dev.lifeline.rescue.Watching.SILENT;
import static dev.lifeline.rescue.Watching.USUAL_KEY;
import static dev.lifeline.rescue.Watching.booting;
import static dev.lifeline.rescue.Watching.done;
import static dev.lifeline.rescue.Watching.evidence;
import static dev.lifeline.rescue.Watching.fold;
import static dev.lifeline.rescue.Watching.launching;
import static dev.lifeline.rescue.Watching.returning;
import static dev.lifeline.rescue.Watching.sighting;
import static dev.lifeline.rescue.Watching.watched;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.busyWith;
import static dev.lifeline.testkit.Fixtures.running;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Returning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Is the rescue kernel up? */
class BootWatchTest {

    @Test
    void each_step_is_told_once_in_order() {
        RescueRequest booting = booting(USUAL_KEY);

        Move.Moved down = fold(booting, busyWith(transaction(501), Power.OFF), SILENT, 60);
        assertThat(down.happened()).containsExactly(new Happening.PoweredDown());
        assertThat(watched(down.next(), sighting(busyWith(transaction(501), Power.OFF), SILENT, 70)))
                .isEmpty();
        Move.Moved kernel = fold(down.next(), busyWith(transaction(501), Power.ON), SILENT, 90);
        assertThat(kernel.happened()).containsExactly(new Happening.KernelBooting("Rescue kernel is booting"));
    }

    @Test
    void P3_a_finished_transaction_is_not_yet_up() {
        Move.Moved finished = fold(booting(USUAL_KEY), done(501), SILENT, 200);

        assertThat(finished.next().stage()).isInstanceOf(Booting.class);
        assertThat(finished.happened()).isEmpty();
    }

    @Test
    void P3_a_transaction_whose_id_is_known_before_it_begins_is_not_finished() {
        Stage.Launching sent = (Stage.Launching) launching(new Knock.Open()).stage();
        RescueRequest named = launching(new Knock.Open())
                .to(new Booting(OptionalLong.of(501), NOON, sent.baseline(), Phase.UNDER_WAY, Optional.empty(), false))
                .next();

        assertThat(watched(named, sighting(running(), new Knock.Open(), 2))).isEmpty();
    }

    @Test
    void a_changed_host_key_proves_rescue_even_while_the_transaction_runs() {
        Move.Moved up = fold(booting(USUAL_KEY), busyWith(transaction(501), Power.ON), RESCUE_KEY, 200);

        assertThat(evidence(up)).isEqualTo(Evidence.HOST_KEY_CHANGED);
    }

    @Test
    void P3_the_old_host_key_disproves_it_whatever_the_provider_says() {
        RescueRequest finished =
                fold(booting(USUAL_KEY), done(501), USUAL_KEY, 200).next();

        assertThat(watched(finished, sighting(done(501), USUAL_KEY, 500))).isEmpty();
    }

    @Test
    void where_the_device_cannot_be_reached_the_providers_word_counts_after_a_while() {
        RescueRequest finished = fold(booting(SILENT), done(501), SILENT, 200).next();
        assertThat(watched(finished, sighting(done(501), SILENT, 230))).isEmpty();

        assertThat(evidence(fold(finished, done(501), SILENT, 260))).isEqualTo(Evidence.THE_PROVIDERS_WORD);
    }

    @Test
    void a_boot_that_takes_too_long_is_said_once() {
        Condition stuck = busyWith(transaction(501), Power.ON);
        RescueRequest booting = fold(booting(USUAL_KEY), stuck, SILENT, 30).next();

        Move.Moved stalled = fold(booting, stuck, SILENT, 901);
        assertThat(stalled.happened()).hasOnlyElementsOfType(Happening.Stalled.class);
        assertThat(watched(stalled.next(), sighting(stuck, SILENT, 2000))).isEmpty();
    }

    @Test
    void P3_a_port_that_answered_before_and_never_fell_silent_is_the_providers_word_only() {
        Knock open = new Knock.Open();
        RescueRequest finished = fold(booting(open), done(501), open, 200).next();
        assertThat(watched(finished, sighting(done(501), open, 230))).isEmpty();

        assertThat(evidence(fold(finished, done(501), open, 260))).isEqualTo(Evidence.THE_PROVIDERS_WORD);
    }

    @Test
    void a_port_that_answers_again_after_the_device_went_down_is_evidence() {
        Knock open = new Knock.Open();
        RescueRequest down = fold(booting(open), busyWith(transaction(501), Power.OFF), SILENT, 60)
                .next();

        assertThat(evidence(fold(down, done(501), open, 200))).isEqualTo(Evidence.PORT_ANSWERS);
    }

    @Test
    void P3_a_slow_answer_without_a_key_does_not_outweigh_the_key_that_is_known() {
        RescueRequest finished =
                fold(booting(USUAL_KEY), done(501), new Knock.Open(), 200).next();

        assertThat(watched(finished, sighting(done(501), new Knock.Open(), 500)))
                .isEmpty();
        assertThat(watched(returning(), sighting(done(501), new Knock.Open(), 800)))
                .isEmpty();
    }

    @Test
    void P3_a_row_that_tells_nothing_is_not_the_providers_word() {
        RescueRequest unnamed =
                fold(launching(new Knock.Open()), running(), SILENT, 30).next();
        Move.Moved none = new Move.Moved(unnamed, List.of());

        assertThat(watched(unnamed, sighting(Condition.UNTOLD, SILENT, 40))
                        .orElse(none)
                        .next()
                        .stage())
                .isEqualTo(unnamed.stage());
        RescueRequest silent = fold(returning(), Condition.UNTOLD, SILENT, 800).next();
        assertThat(silent.stage()).isInstanceOf(Returning.class);
        assertThat(watched(silent, sighting(Condition.UNTOLD, SILENT, 810))).isEmpty();
    }
}
