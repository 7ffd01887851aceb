package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The post-mortem's second button: the timeline in a canvas of the channel. */
class CanvasScenarioTest {

    private static final String CANVAS = "Post to a canvas";

    private static SimulatedUser rescuedAndBack(BotEnvironment environment) {
        SimulatedUser asha = environment.user("asha");
        asha.type("/rescue drill").waitForText("Boot drill:practice into the rescue kernel?");
        asha.click("Yes, boot into rescue").waitForText("drill:practice is in the rescue kernel");
        asha.click("End rescue").waitForText("Times of drill:practice");
        return asha;
    }

    @Test
    void the_timeline_stands_in_a_canvas_and_what_slack_refuses_has_a_sentence_each() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("canvas_disabled_user_team", "Canvases are switched off in this Slack workspace");
        refusals.put("free_team_canvas_tab_already_exists", "a channel has one canvas, and this one has it already");
        refusals.put("free_teams_cannot_create_standalone_canvases", "a channel has one canvas");
        refusals.put("restricted_action", "This channel takes no canvas from me");
        refusals.put("no_permission", "This channel takes no canvas from me");
        refusals.put("canvas_creation_failed", "Slack refused the canvas");
        refusals.put("internal_error", "Slack did not say whether it created the canvas");
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = rescuedAndBack(environment);
            refusals.forEach((error, sentence) -> {
                environment.injectSlackFault(
                        Map.of("fault", "api-error", "method", "canvases.create", "error", error, "times", 1));
                asha.click(CANVAS).waitForText(sentence);
            });
            assertThat(asha.canvases()).isEmpty();

            asha.click(CANVAS).waitForText("stands in a canvas of this channel now");

            assertThat(asha.canvases())
                    .singleElement()
                    .satisfies(canvas -> assertThat(canvas)
                            .contains(
                                    "# Drill of the rescue of `drill:practice`",
                                    "## Timeline (UTC)",
                                    "**entered-rescue**"));
            assertThat(environment.auditEntries())
                    .anyMatch(entry -> entry.contains("canvas-posted") && entry.contains("created"));
        }
    }

    @Test
    void without_the_scope_there_is_no_button_and_a_button_of_before_says_what_is_missing() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = rescuedAndBack(environment);
            environment.injectSlackFault(Map.of("fault", "revoke-scope", "scope", "canvases:write"));
            asha.click(CANVAS).waitForText("it lacks canvases:write");
            assertThat(asha.buttonLabels()).contains("Timeline", CANVAS);

            asha.inChannel("ops-private").type("/rescue web-07 -- again");
            SimulatedUser there = asha.inChannel("ops-private");
            there.waitForText("Boot web-07.example.com").click("Yes, boot into rescue");
            there.waitForText("is in the rescue kernel").click("End rescue");
            there.waitForText("Times of web-07.example.com");

            assertThat(there.buttonLabels()).contains("Timeline").doesNotContain(CANVAS);
        }
    }

    @Test
    void other_companies_read_no_timeline() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = rescuedAndBack(environment);
            environment.injectSlackFault(Map.of("fault", "share-channel", "channel", "incident-42"));
            environment.advanceClock(Duration.ofSeconds(61)); // who reads a channel is remembered for a minute

            asha.click(CANVAS).waitForText("People of other companies read this channel");

            assertThat(asha.canvases()).isEmpty();
        }
    }

    @Test
    void a_canvas_is_in_the_language_of_the_channel() {
        try (BotEnvironment environment = BotEnvironment.speaking(Locale.ITALIAN)) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue drill").waitForText("drill:practice");
            asha.click("Sì, avvia il salvataggio").waitForText("drill:practice è nel kernel di salvataggio");
            asha.click("Termina salvataggio").waitForText("Tempi di drill:practice");
            asha.click("Pubblica in un canvas").waitForText("stands in a canvas of this channel now");

            assertThat(asha.canvases())
                    .singleElement()
                    .satisfies(canvas -> assertThat(canvas)
                            .contains("# Esercitazione del salvataggio di", "**Richiesto da:**", "** da Lifeline")
                            .doesNotContain("Asked by", "Outcome"));
        }
    }
}
