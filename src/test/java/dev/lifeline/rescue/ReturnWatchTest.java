package dev.lifeline.rescue;

import static dev.lifeline.rescue.Watching.RESCUE_KEY;
import static dev.lifeline.rescue.Watching.SILENT;
import static dev.lifeline.rescue.Watching.USUAL_KEY;
import static dev.lifeline.rescue.Watching.answered;
import static dev.lifeline.rescue.Watching.booting;
import static dev.lifeline.rescue.Watching.claimed;
import static dev.lifeline.rescue.Watching.done;
import static dev.lifeline.rescue.Watching.ending;
import static dev.lifeline.rescue.Watching.fold;
import static dev.lifeline.rescue.Watching.folded;
import static dev.lifeline.rescue.Watching.inRescue;
import static dev.lifeline.rescue.Watching.inRescueByImage;
import static dev.lifeline.rescue.Watching.inRescueWithoutKeys;
import static dev.lifeline.rescue.Watching.returning;
import static dev.lifeline.rescue.Watching.returningWithoutKeys;
import static dev.lifeline.rescue.Watching.sighting;
import static dev.lifeline.rescue.Watching.watched;
import static dev.lifeline.rescue.Watching.withImage;
import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.busyWith;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Returning;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Is it back? */
class ReturnWatchTest {

    @Test
    void P10_it_is_back_when_its_old_host_key_is() {
        RescueRequest returning = returning();

        assertThat(watched(returning, sighting(done(501), RESCUE_KEY, 610))).isEmpty();
        assertThat(ending(fold(returning, done(501), USUAL_KEY, 620))).isEqualTo(Ending.RETURNED);
    }

    @Test
    void P3_a_key_that_is_not_the_old_one_is_no_return_whatever_the_provider_says() {
        RescueRequest unseenInRescue = fold(
                        fold(booting(USUAL_KEY), done(501), SILENT, 200).next(), done(501), SILENT, 260)
                .next();
        RescueRequest returning = answered(claimed(unseenInRescue, 600), 600);

        RescueRequest down = fold(returning, busyWith(transaction(501), Power.OFF), SILENT, 650)
                .next();

        assertThat(watched(down, sighting(done(501), RESCUE_KEY, 700))
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
    void P10_a_port_that_never_fell_silent_does_not_prove_the_return() {
        RescueRequest returning = returningWithoutKeys();
        assertThat(watched(returning, sighting(done(501), new Knock.Open(), 800)))
                .isEmpty();

        RescueRequest down = fold(returning, done(501), SILENT, 810).next();
        assertThat(ending(fold(down, done(501), new Knock.Open(), 820))).isEqualTo(Ending.RETURNED);
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
    void P3_the_providers_word_is_waited_for_from_its_answer_and_not_from_the_claim() {
        RescueRequest claimed = claimed(inRescueOutOfReach(), 600);
        assertThat(watched(claimed, sighting(done(501), SILENT, 670))).isEmpty();

        RescueRequest answered = answered(claimed, 680);
        assertThat(watched(answered, sighting(done(501), SILENT, 700))).isEmpty();
        assertThat(ending(fold(answered, done(501), SILENT, 740))).isEqualTo(Ending.RETURNED);
    }

    @Test
    void P3_a_port_is_waited_for_from_the_answer_too() {
        RescueRequest claimed = claimed(inRescueWithoutKeys(), 600);
        RescueRequest missedOnce = fold(claimed, done(501), SILENT, 610).next();
        assertThat(watched(missedOnce, sighting(done(501), new Knock.Open(), 670)))
                .isEmpty();

        RescueRequest answered = answered(missedOnce, 680);
        assertThat(ending(fold(answered, done(501), new Knock.Open(), 740))).isEqualTo(Ending.RETURNED);
    }

    @Test
    void a_lost_answer_is_waited_for_from_when_it_was_lost() {
        RescueRequest lost = folded(claimed(inRescueOutOfReach(), 600), new LaunchOutcome.Unconfirmed("lost"), 720);

        assertThat(watched(lost, sighting(done(501), SILENT, 770))).isEmpty();
        assertThat(ending(fold(lost, done(501), SILENT, 780))).isEqualTo(Ending.RETURNED);
    }

    @Test
    void what_begins_after_an_order_whose_answer_never_came_is_its_answer() {
        RescueRequest begun = fold(claimed(inRescue(), 600), busyWith(transaction(502), Power.OFF), SILENT, 610)
                .next();

        assertThat(begun.stage())
                .isInstanceOfSatisfying(
                        Returning.class, back -> assertThat(back.answeredAt()).contains(NOON.plusSeconds(610)));
        assertThat(watched(begun, sighting(done(502), SILENT, 900))).isEmpty();
        assertThat(ending(fold(begun, done(502), USUAL_KEY, 910))).isEqualTo(Ending.RETURNED);
    }

    @Test
    void P1_P7_an_order_that_was_never_sent_is_asked_for_again_and_not_repeated() {
        RescueRequest claimed = claimed(inRescue(), 600);
        assertThat(watched(claimed, sighting(done(501), RESCUE_KEY, 779))).isEmpty();

        Move.Moved unheard = fold(claimed, done(501), RESCUE_KEY, 780);

        assertThat(unheard.happened()).containsExactly(new Happening.LeaveUnheard(Duration.ofMinutes(3), true));
        assertThat(unheard.next().stage().due()).isEmpty();
        assertThat(unheard.next().leave(ASHA_ASKS, false, NOON).moved()).isPresent();
    }

    @Test
    void P7_an_image_that_is_still_in_shows_that_no_order_arrived() {
        Move.Moved unheard = fold(claimed(inRescueByImage(), 600), withImage(done(501)), SILENT, 780);

        assertThat(unheard.next().stage())
                .isInstanceOfSatisfying(
                        InRescue.class, in -> assertThat(in.evidence()).isEqualTo(Evidence.THE_PROVIDERS_WORD));
    }

    @Test
    void P7_a_controller_that_took_no_command_shows_that_no_order_arrived() {
        Condition commanded = commandedAt(100);
        RescueRequest claimed = claimed(Leaving.found(inRescueOutOfReach(), commanded), 600);

        assertThat(fold(claimed, commanded, SILENT, 780).next().stage()).isInstanceOf(InRescue.class);
        assertThat(fold(claimed, commandedAt(650), SILENT, 780).next().stage()).isInstanceOf(Returning.class);
    }

    @Test
    void P3_where_it_is_not_proved_that_no_order_arrived_the_device_is_not_said_to_be_in_rescue() {
        Move.Moved unheard = fold(claimed(inRescueOutOfReach(), 600), done(501), SILENT, 780);

        assertThat(unheard.happened()).containsExactly(new Happening.LeaveUnheard(Duration.ofMinutes(3), false));
        assertThat(unheard.next().stage()).isInstanceOf(Returning.class);
        assertThat(unheard.next().leave(ASHA_ASKS, true, NOON).moved()).isPresent();
        assertThat(watched(unheard.next(), sighting(done(501), SILENT, 790))).isEmpty();
    }

    private static RescueRequest inRescueOutOfReach() {
        RescueRequest finished = fold(booting(SILENT), done(501), SILENT, 200).next();
        return fold(finished, done(501), SILENT, 260).next();
    }

    private static Condition commandedAt(int second) {
        Condition done = done(501);
        return new Condition(
                done.power(), done.running(), done.last(), done.bootImage(), Optional.of(NOON.plusSeconds(second)));
    }
}
