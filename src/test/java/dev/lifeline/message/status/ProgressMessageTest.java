package dev.lifeline.message.status;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.Transaction;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Step;
import dev.lifeline.message.model.MessageBlock.StepState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.Estimate;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** While a command is under way, the status message says step by step what happens, how long it usually takes and how long it has taken. */
class ProgressMessageTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final Optional<Estimate> EIGHT_MINUTES =
            Optional.of(new Estimate(Duration.ofMinutes(8), Duration.ofMinutes(12), Estimate.Source.HISTORY));

    private static Stage.Booting booting(boolean stalled) {
        return new Stage.Booting(OptionalLong.of(42), NOON, BASELINE, BootPhase.REBOOTING, Optional.empty(), stalled);
    }

    private static RescueRequest request(Stage stage, Optional<Estimate> estimate) {
        return openedRequest().transitionTo(stage).next().withEstimate(estimate);
    }

    private static Message render(Locale locale, RescueRequest request, int minutes) {
        return StatusMessages.in(locale).statusMessage(request, NOON.plus(Duration.ofMinutes(minutes)));
    }

    private static List<Step> steps(Message message) {
        return message.blocks().stream()
                .filter(MessageBlock.Steps.class::isInstance)
                .map(MessageBlock.Steps.class::cast)
                .flatMap(steps -> steps.steps().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 3 | false | Usually 8 min, now 3 (",
                "en | 8 | false | Usually 8 min, now 8 (",
                "en | 11 | false | Usually 8 min, now 11: slower than usual",
                "en | 13 | true | Stalled: usually 8 min, now 13 (",
                "it | 3 | false | Di solito 8 min, ora 3 (",
                "it | 11 | false | Di solito 8 min, ora 11: più lento del solito",
                "it | 13 | true | Bloccato: di solito 8 min, ora 13 ("
            })
    void the_running_step_says_how_long_it_usually_takes_and_has_taken(
            String language, int minutes, boolean stalled, String sees) {
        Message message = render(Locale.forLanguageTag(language), request(booting(stalled), EIGHT_MINUTES), minutes);
        assertThat(message.plainText()).contains(sees);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROVIDER | The provider's average is 8 min, now 3 (",
                "DOCUMENTS | About 8 min by the provider's documents, now 3 (",
            })
    void what_is_not_from_this_account_says_whose_word_it_is(Estimate.Source source, String sees) {
        Estimate estimate = new Estimate(Duration.ofMinutes(8), Duration.ofMinutes(16), source);
        Message message = render(Locale.ENGLISH, request(booting(false), Optional.of(estimate)), 3);
        assertThat(message.plainText()).contains(sees);
    }

    @Test
    void P3_without_an_estimate_only_the_time_so_far_is_said() {
        String text = render(Locale.ENGLISH, request(booting(false), Optional.empty()), 3)
                .plainText();
        assertThat(text).contains("3 min so far (").doesNotContain("sually");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What you can try: log in (Show access) and press I'm in once you are in | name transaction 42",
                "it | Che cosa puoi provare: accedi (Mostra accesso) e premi Sono dentro | indica la transazione 42"
            })
    void a_boot_that_stalls_says_what_can_be_tried(String language, String sees, String alsoSees) {
        Message message = render(Locale.forLanguageTag(language), request(booting(true), EIGHT_MINUTES), 13);
        assertThat(message.plainText()).contains(sees, alsoSees).doesNotContain("the thread is told");
    }

    @Test
    void the_way_back_has_its_own_estimate_and_says_when_it_stalls() {
        Stage.Exiting exiting = new Stage.Exiting(
                NOON, Optional.of(NOON), Optional.of(ASHA_REQUESTER), BASELINE, BASELINE, false, true, false);
        assertThat(render(Locale.ENGLISH, request(exiting, EIGHT_MINUTES), 11).plainText())
                .contains("Usually 8 min, now 11: slower than usual", "Now: Its installed system shows itself");
        assertThat(render(Locale.ENGLISH, request(exiting.withOverdueNotified(), EIGHT_MINUTES), 13)
                        .plainText())
                .contains("Stalled: usually 8 min, now 13");
    }

    @Test
    void one_step_runs_and_each_says_its_state_in_a_word() {
        Stage launching = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, false, false);
        assertThat(steps(render(Locale.ENGLISH, request(launching, EIGHT_MINUTES), 1)))
                .extracting(Step::text)
                .containsExactly(
                        "Done: Confirmed",
                        "Now: The provider takes the command",
                        "To come: The provider begins and restarts it",
                        "To come: The rescue kernel shows itself");
        assertThat(steps(render(Locale.ENGLISH, request(booting(false), EIGHT_MINUTES), 1)))
                .filteredOn(step -> step.state() == StepState.RUNNING)
                .extracting(Step::text)
                .containsExactly("Now: The provider begins and restarts it");
    }

    @Test
    void an_approval_is_a_step_where_one_was_needed() {
        Stage launching = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, true, false);
        RescueRequest approved =
                openedRequest(requiringApprovals(1)).transitionTo(launching).next();
        assertThat(steps(render(Locale.ENGLISH, approved, 1)))
                .extracting(Step::text)
                .contains("Done: Approved");
    }

    @Test
    void the_provider_s_average_is_taken_once_and_only_where_earlier_rescues_say_nothing() {
        Transaction running = new Transaction(9, "RESCUE_BOOT", "", NOON, Optional.of(Duration.ofMinutes(7)));
        Optional<Estimate> average = request(booting(false), Optional.empty())
                .withTransaction(running)
                .estimate();
        assertThat(average.map(Estimate::usual)).contains(Duration.ofMinutes(7));
        assertThat(average.map(Estimate::source)).contains(Estimate.Source.PROVIDER);
        assertThat(request(booting(false), EIGHT_MINUTES)
                        .withTransaction(running)
                        .estimate())
                .isEqualTo(EIGHT_MINUTES);
        Transaction backup = new Transaction(9, "Backup", "", NOON, Optional.of(Duration.ofMinutes(70)));
        assertThat(request(booting(false), Optional.empty())
                        .withTransaction(backup)
                        .estimate())
                .isEmpty();
    }
}
