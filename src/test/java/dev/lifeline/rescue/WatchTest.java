package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.busyWith;
import static dev.lifeline.testkit.Fixtures.opened;
import static dev.lifeline.testkit.Fixtures.running;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.Returning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Knock SILENT = new Knock.Silent();
    private static final Knock USUAL_KEY = new Knock.HostKey("SHA256:usual");
    private static final Knock RESCUE_KEY = new Knock.HostKey("SHA256:rescue");

    private final Watch watch = new Watch(Patience.USUAL);

    @Test
    void P3_nothing_seen_right_after_the_order_means_nothing() {
        assertThat(watch.fold(launching(USUAL_KEY), sighting(running(), USUAL_KEY, 5)))
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

        assertThat(watch.fold(launching(USUAL_KEY), sighting(old, USUAL_KEY, 10)))
                .isEmpty();
    }

    @Test
    void none_that_ever_starts_is_said_once_and_closed_later() {
        Move.Moved said = fold(launching(USUAL_KEY), running(), USUAL_KEY, 180);
        assertThat(said.happened()).hasOnlyElementsOfType(Happening.NothingBegins.class);
        assertThat(watch.fold(said.next(), sighting(running(), USUAL_KEY, 200))).isEmpty();

        Move.Moved over = fold(said.next(), running(), USUAL_KEY, 900);
        assertThat(ending(over)).isEqualTo(Ending.FAILED);
    }

    @Test
    void each_step_is_told_once_in_order() {
        RescueRequest booting = booting(USUAL_KEY);

        Move.Moved down = fold(booting, busyWith(transaction(501), Power.OFF), SILENT, 60);
        assertThat(down.happened()).containsExactly(new Happening.PoweredDown());
        assertThat(watch.fold(down.next(), sighting(busyWith(transaction(501), Power.OFF), SILENT, 70)))
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

        assertThat(watch.fold(named, sighting(running(), new Knock.Open(), 2))).isEmpty();
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

        assertThat(watch.fold(finished, sighting(done(501), USUAL_KEY, 500))).isEmpty();
    }

    @Test
    void where_the_device_cannot_be_reached_the_providers_word_counts_after_a_while() {
        RescueRequest finished = fold(booting(SILENT), done(501), SILENT, 200).next();
        assertThat(watch.fold(finished, sighting(done(501), SILENT, 230))).isEmpty();

        assertThat(evidence(fold(finished, done(501), SILENT, 260))).isEqualTo(Evidence.THE_PROVIDERS_WORD);
    }

    @Test
    void a_boot_that_takes_too_long_is_said_once() {
        Condition stuck = busyWith(transaction(501), Power.ON);
        RescueRequest booting = fold(booting(USUAL_KEY), stuck, SILENT, 30).next();

        Move.Moved stalled = fold(booting, stuck, SILENT, 901);
        assertThat(stalled.happened()).hasOnlyElementsOfType(Happening.Stalled.class);
        assertThat(watch.fold(stalled.next(), sighting(stuck, SILENT, 2000))).isEmpty();
    }

    @Test
    void silence_in_rescue_proves_nothing() {
        assertThat(watch.fold(inRescue(), sighting(done(501), SILENT, 600))).isEmpty();
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
    void P10_it_is_back_when_its_old_host_key_is() {
        RescueRequest returning = returning();

        assertThat(watch.fold(returning, sighting(done(501), RESCUE_KEY, 610))).isEmpty();
        assertThat(ending(fold(returning, done(501), USUAL_KEY, 620))).isEqualTo(Ending.RETURNED);
    }

    @Test
    void P3_a_key_that_is_not_the_old_one_is_no_return_whatever_the_provider_says() {
        RescueRequest unseenInRescue = fold(
                        fold(booting(USUAL_KEY), done(501), SILENT, 200).next(), done(501), SILENT, 260)
                .next();
        RescueRequest ordered = unseenInRescue
                .leave(ASHA_ASKS, false, NOON)
                .moved()
                .orElseThrow()
                .next();
        RescueRequest returning = Leaving.claim(ordered, NOON.plus(Duration.ofSeconds(600)))
                .orElseThrow()
                .next();

        RescueRequest down = fold(returning, busyWith(transaction(501), Power.OFF), SILENT, 650)
                .next();

        assertThat(watch.fold(down, sighting(done(501), RESCUE_KEY, 700))
                        .filter(moved -> moved.next().stage().isClosed()))
                .isEmpty();
    }

    @Test
    void P10_one_that_does_not_come_back_is_not_forgotten() {
        Move.Moved late = fold(returning(), done(501), SILENT, 600 + 900);

        assertThat(late.next().stage()).isInstanceOf(Returning.class);
        assertThat(late.happened()).hasOnlyElementsOfType(Happening.NotBackYet.class);
    }

    @Test
    void P3_a_port_that_answered_before_and_never_fell_silent_is_the_providers_word_only() {
        Knock open = new Knock.Open();
        RescueRequest finished = fold(booting(open), done(501), open, 200).next();
        assertThat(watch.fold(finished, sighting(done(501), open, 230))).isEmpty();

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

        assertThat(watch.fold(finished, sighting(done(501), new Knock.Open(), 500)))
                .isEmpty();
        assertThat(watch.fold(returning(), sighting(done(501), new Knock.Open(), 800)))
                .isEmpty();
    }

    @Test
    void P10_a_port_that_never_fell_silent_does_not_prove_the_return() {
        RescueRequest returning = returningWithoutKeys();
        assertThat(watch.fold(returning, sighting(done(501), new Knock.Open(), 800)))
                .isEmpty();

        RescueRequest down = fold(returning, done(501), SILENT, 810).next();
        assertThat(ending(fold(down, done(501), new Knock.Open(), 820))).isEqualTo(Ending.RETURNED);
    }

    @Test
    void P3_a_row_that_tells_nothing_is_not_the_providers_word() {
        RescueRequest unnamed =
                fold(launching(new Knock.Open()), running(), SILENT, 30).next();
        Move.Moved none = new Move.Moved(unnamed, List.of());

        assertThat(watch.fold(unnamed, sighting(Condition.UNTOLD, SILENT, 40))
                        .orElse(none)
                        .next()
                        .stage())
                .isEqualTo(unnamed.stage());
        RescueRequest silent = fold(returning(), Condition.UNTOLD, SILENT, 800).next();
        assertThat(silent.stage()).isInstanceOf(Returning.class);
        assertThat(watch.fold(silent, sighting(Condition.UNTOLD, SILENT, 810))).isEmpty();
    }

    @Test
    void P3_what_an_earlier_order_began_is_not_somebody_elses_doing() {
        RescueRequest late = fold(returning(), done(501), RESCUE_KEY, 600 + 900).next();
        RescueRequest again = late.leave(ASHA_ASKS, true, NOON.plusSeconds(1600))
                .moved()
                .orElseThrow()
                .next();

        assertThat(watch.fold(again, sighting(done(502), SILENT, 1601))).isEmpty();
    }

    @Test
    void P1_a_power_cycle_is_ordered_once_however_often_the_button_is_pressed() {
        RescueRequest late = fold(returning(), done(501), RESCUE_KEY, 600 + 900).next();
        RescueRequest ordered = late.leave(ASHA_ASKS, true, NOON.plusSeconds(1600))
                .moved()
                .orElseThrow()
                .next();
        assertThat(ordered.leave(ASHA_ASKS, true, NOON.plusSeconds(1601)))
                .isEqualTo(new Move.Stayed(Stay.ALREADY_LEAVING));

        RescueRequest sent =
                Leaving.claim(ordered, NOON.plusSeconds(1602)).orElseThrow().next();
        assertThat(sent.leave(ASHA_ASKS, true, NOON.plusSeconds(1603)))
                .isEqualTo(new Move.Stayed(Stay.ALREADY_LEAVING));
    }

    @Test
    void a_vanished_device_is_no_success() {
        Move.Moved gone = watch.fold(inRescue(), new Sighting(Optional.empty(), SILENT, NOON))
                .orElseThrow();

        assertThat(ending(gone)).isEqualTo(Ending.VANISHED);
    }

    private static RescueRequest launching(Knock before) {
        RescueRequest cleared = opened().confirm(
                        ASHA_ASKS, Confirmation.of(RescueSystem.AS_INSTALLED), Electorate.UNNAMED, NOON)
                .moved()
                .orElseThrow()
                .next();
        RescueRequest claimed = Launch.claim(cleared, Baseline.of(running(), before), NOON)
                .orElseThrow()
                .next();
        Launching sent = (Launching) claimed.stage();
        return claimed.to(new Launching(sent.system(), NOON, sent.baseline(), true, false))
                .next();
    }

    private RescueRequest booting(Knock before) {
        return fold(launching(before), busyWith(transaction(501), Power.ON), before, 10)
                .next();
    }

    private RescueRequest inRescue() {
        return fold(booting(USUAL_KEY), done(501), RESCUE_KEY, 300).next();
    }

    private RescueRequest returning() {
        RescueRequest ordered =
                inRescue().leave(ASHA_ASKS, false, NOON).moved().orElseThrow().next();
        assertThat(ordered.stage()).isInstanceOf(InRescue.class);
        return Leaving.claim(ordered, NOON.plus(Duration.ofSeconds(600)))
                .orElseThrow()
                .next();
    }

    private RescueRequest returningWithoutKeys() {
        Knock open = new Knock.Open();
        RescueRequest down = fold(booting(open), busyWith(transaction(501), Power.OFF), SILENT, 60)
                .next();
        RescueRequest ordered = fold(down, done(501), open, 300)
                .next()
                .leave(ASHA_ASKS, false, NOON)
                .moved()
                .orElseThrow()
                .next();
        return Leaving.claim(ordered, NOON.plus(Duration.ofSeconds(600)))
                .orElseThrow()
                .next();
    }

    private static Condition done(long transaction) {
        return new Condition(
                Power.ON,
                Optional.empty(),
                Optional.of(transaction(transaction)),
                OptionalLong.empty(),
                Optional.empty());
    }

    private Move.Moved fold(RescueRequest request, Condition condition, Knock knock, int second) {
        return watch.fold(request, sighting(condition, knock, second)).orElseThrow();
    }

    private static Sighting sighting(Condition condition, Knock knock, int second) {
        Instant at = NOON.plus(Duration.ofSeconds(second));
        return new Sighting(Optional.of(condition), knock, at);
    }

    private static Ending ending(Move.Moved moved) {
        return ((Closed) moved.next().stage()).ending();
    }

    private static Evidence evidence(Move.Moved moved) {
        List<Happening> happened = moved.happened();
        return ((Happening.IsInRescue) happened.get(happened.size() - 1)).evidence();
    }
}
