package dev.lifeline.message.status;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The status messages of stages that do not go on by themselves: each has a deadline in words and a button that leads out. */
class StuckStagesTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final Stage LAUNCHING = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, true, false);
    private static final Stage EXITING = Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE);

    private static List<Stage> polledStages() {
        return List.of(
                LAUNCHING,
                new Stage.Booting(OptionalLong.empty(), NOON, BASELINE, BootPhase.ACCEPTED, Optional.empty(), false),
                new Stage.InRescue(NOON, Evidence.PORT_OPEN, BASELINE, BASELINE),
                EXITING);
    }

    private static Message render(Stage stage, Watch watch) {
        RescueRequest request = openedRequest().transitionTo(stage).next().withWatch(watch);
        return StatusMessages.in(Locale.ENGLISH).statusMessage(request, NOON);
    }

    private static List<Action> actions(Message message) {
        return message.blocks().stream()
                .flatMap(block ->
                        block instanceof MessageBlock.Buttons buttons ? buttons.all().stream() : Stream.empty())
                .map(Button::action)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("polledStages")
    void P10_a_stage_that_was_reminded_of_shows_its_ways_out(Stage stage) {
        assertThat(actions(render(stage, Watch.NONE.withRemindedAt(NOON))))
                .contains(Action.REPORT_BACK, Action.CLOSE_BY_HAND);
    }

    @ParameterizedTest
    @MethodSource("polledStages")
    void a_missing_device_is_said_in_words_with_ways_out(Stage stage) {
        Message message = render(stage, Watch.NONE.withMissingNotified(true));

        assertThat(message.plainText()).contains("The provider does not show this device just now");
        assertThat(actions(message)).contains(Action.REPORT_BACK, Action.CLOSE_BY_HAND);
    }

    @ParameterizedTest
    @MethodSource("polledStages")
    void every_stage_says_what_happens_when_nothing_happens(Stage stage) {
        assertThat(render(stage, Watch.NONE).plainText())
                .containsAnyOf("the thread is told", "the request is closed as failed", "This channel is reminded");
    }

    @Test
    void no_power_cycle_is_on_the_card_of_a_healthy_device() {
        Stage.Exiting overdue = ((Stage.Exiting) EXITING).withOverdueNotified();

        assertThat(actions(render(overdue, Watch.NONE)))
                .containsExactly(Action.REPORT_BACK, Action.REPORT_LOGIN, Action.CLOSE_BY_HAND);
        assertThat(actions(render(overdue.withPowerCycleOffered(true), Watch.NONE)))
                .contains(Action.EXIT_HARD);
    }

    @Test
    void a_launch_that_waits_can_be_taken_back_or_closed_by_hand_and_says_until_when_it_waits() {
        Stage postponed = new Stage.ReadyToLaunch(
                Confirmation.of(RescueSystem.AS_INSTALLED),
                ApproverSet.ANY_PERMITTED_USER,
                NOON,
                NOON.plusSeconds(600),
                true);

        assertThat(render(postponed, Watch.NONE).plainText()).contains("if it cannot be begun by");
        assertThat(actions(render(postponed, Watch.NONE))).containsExactly(Action.CANCEL, Action.CLOSE_BY_HAND);
    }
}
