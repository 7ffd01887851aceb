package dev.lifeline.sandbox.slack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.lifeline.testkit.AxeCheck;
import dev.lifeline.testkit.Chromium;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of the fake Slack in a real browser: it draws each type of block, lets users edit what they wrote, and links to the list of methods. */
class SandboxPageTest extends FakeSlackTestBase {

    private static final String BLOCKS = """
            [{"type":"header","text":{"type":"plain_text","text":"a header"}},
             {"type":"section","text":{"type":"mrkdwn","text":"a *section*"},"fields":[{"type":"plain_text","text":"a field"}]},
             {"type":"context","elements":[{"type":"plain_text","text":"a context"}]},
             {"type":"divider"},
             {"type":"markdown","text":"some **markdown**"},
             {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"rich text"}]}]},
             {"type":"image","image_url":"https://example.com/x.png","alt_text":"an image"},
             {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"a button"}}]},
             {"type":"context_actions","elements":[{"type":"feedback_buttons","action_id":"rate",
              "positive_button":{"text":{"type":"plain_text","text":"good"},"value":"1"},
              "negative_button":{"text":{"type":"plain_text","text":"bad"},"value":"0"}}]},
             {"type":"video","title":{"type":"plain_text","text":"a video"},"video_url":"https://example.com/v","thumbnail_url":"https://example.com/t.png","alt_text":"video"},
             {"type":"table","rows":[[{"type":"raw_text","text":"a table"}],[{"type":"raw_number","value":42}]]},
             {"type":"data_table","caption":"a data table","rows":[[{"type":"raw_text","text":"head"}],[{"type":"raw_text","text":"cell"}]]},
             {"type":"data_visualization","title":"a pie","chart":{"type":"pie","segments":[{"label":"slice","value":3},{"label":"rest","value":1}]}},
             {"type":"data_visualization","title":"a line","chart":{"type":"line","series":[{"name":"boots","data":[
              {"label":"Mon","value":8},{"label":"Tue","value":11}]}],"axis_config":{"categories":["Mon","Tue"],"y_label":"minutes"}}},
             {"type":"card","title":{"type":"plain_text","text":"a card"},"body":{"type":"plain_text","text":"its body"}},
             {"type":"carousel","elements":[{"type":"card","title":{"type":"plain_text","text":"a carousel"}}]},
             {"type":"container","title":{"type":"plain_text","text":"a container"},"child_blocks":[{"type":"divider"}]},
             {"type":"plan","title":"a plan","tasks":[{"type":"task_card","task_id":"1","title":"its task","status":"complete"}]},
             {"type":"task_card","task_id":"2","title":"a task","status":"in_progress"}]""";
    private static final List<String> SHOWN = List.of(
            "a header",
            "a section",
            "a field",
            "a context",
            "some markdown",
            "rich text",
            "a button",
            "a video",
            "a table",
            "42",
            "a data table",
            "cell",
            "a pie",
            "slice: 3",
            "a line",
            "boots",
            "minutes",
            "a card",
            "its body",
            "a carousel",
            "a container",
            "a plan",
            "its task",
            "a task");
    private static final List<String> INPUTS = List.of(
            "plain_text_input",
            "number_input",
            "email_text_input",
            "url_text_input",
            "rich_text_input",
            "file_input",
            "datepicker",
            "timepicker",
            "datetimepicker",
            "checkboxes",
            "radio_buttons",
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select");
    private static final String MODAL_WITH_ALERT = """
            {"type":"modal","title":{"type":"plain_text","text":"Rescue"},"submit":{"type":"plain_text","text":"Go"},"blocks":[
             {"type":"alert","level":"warning","text":{"type":"plain_text","text":"an alert"}},
             {"type":"input","label":{"type":"plain_text","text":"Reason"},"element":{"type":"plain_text_input","action_id":"reason"}}]}""";

    @BeforeAll
    static void a_browser_is_there() {
        Chromium.assumeInstalled();
    }

    private void browse(String query, Consumer<Page> visit) {
        try (Chromium chromium = Chromium.launch()) {
            Page page = chromium.open(slack.url() + query);
            visit.accept(page);
            AxeCheck.assertFindsNothing(page, query);
        }
    }

    @Test
    void every_type_of_block_is_drawn() {
        String ts = postMessage("channel", INCIDENT_CHANNEL, "text", "all", "blocks", BLOCKS);

        browse("/?as=asha&channel=incident-42", page -> {
            Locator message = page.locator("[data-ts='" + ts + "']");
            SHOWN.forEach(text -> assertThat(message).containsText(text));
            assertThat(message.getByAltText("an image")).hasCount(1);
            assertThat(message).not().containsText("is not shown here");
        });
    }

    private RawSocket openModal(String view) {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        var typed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        JsonNode envelope = socket.awaitFrame("slash_commands");
        socket.ack(envelope, "");
        typed.join();
        client.callApi(
                "views.open", "trigger_id", envelope.at("/payload/trigger_id").asText(), "view", view);
        return socket;
    }

    @Test
    void an_alert_and_an_input_are_drawn_in_a_modal() {
        openModal(MODAL_WITH_ALERT);

        browse("/?as=asha&channel=incident-42", page -> {
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("an alert");
            assertThat(dialog.getByLabel("Reason")).isVisible();
            assertThat(dialog).not().containsText("is not shown here");
        });
    }

    @Test
    void every_type_of_input_is_drawn_in_a_modal_and_what_is_typed_and_chosen_is_submitted() {
        RawSocket socket = openModal(modalWithEveryInput());

        browse("/?as=asha&channel=incident-42", page -> {
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            INPUTS.forEach(type -> assertThat(dialog).containsText("Label of " + type));
            assertThat(dialog).not().containsText("is not shown here");
            dialog.getByLabel("Label of rich_text_input").fill("first line\nsecond");
            dialog.getByLabel("Label of file_input")
                    .setInputFiles(new FilePayload("syslog.txt", "text/plain", new byte[] {1}));
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Go"))
                    .click();
            JsonNode submission = socket.awaitFrame("interactive");
            assertThat(submission.at("/payload/view/state/values").toString())
                    .contains("\"text\":\"first line\"", "\"text\":\"second\"", "syslog.txt");
            socket.ack(submission, "");
        });
    }

    private static String modalWithEveryInput() {
        String options = "\"options\":[{\"text\":{\"type\":\"plain_text\",\"text\":\"one\"},\"value\":\"1\"}]";
        String blocks = INPUTS.stream()
                .map(type -> """
                        {"type":"input","optional":true,"block_id":"%1$s","label":{"type":"plain_text","text":"Label of %1$s"},
                         "element":{"type":"%1$s","action_id":"%1$s"%2$s}}""".formatted(
                                type,
                                type.matches(".*static_select|checkboxes|radio_buttons")
                                        ? "," + options
                                        : type.equals("number_input") ? ",\"is_decimal_allowed\":false" : ""))
                .collect(Collectors.joining(","));
        return """
                {"type":"modal","title":{"type":"plain_text","text":"All"},"submit":{"type":"plain_text","text":"Go"},"blocks":[%s]}""".formatted(blocks);
    }

    @Test
    void a_user_edits_a_message_of_theirs_and_no_other() {
        String own = act("asha", Map.of("types", "@bruno web-70 is <down>"))
                .path("ts")
                .asText();
        String other = act("bruno", Map.of("types", "on it")).path("ts").asText();

        browse("/?as=asha&channel=incident-42", page -> {
            Page.GetByRoleOptions edit = new Page.GetByRoleOptions().setName("Edit message");
            page.locator("[data-ts='" + own + "']").hover();
            page.getByRole(AriaRole.BUTTON, edit).click();
            assertThat(page.getByTestId("editor")).hasValue("@bruno web-70 is <down>");
            page.getByTestId("editor").fill("@bruno web-07 is <down>");
            page.getByTestId("editor").press("Enter");
            assertThat(page.locator("[data-ts='" + own + "']")).containsText("web-07 is <down>");
            assertThat(page.locator("[data-ts='" + own + "']")).containsText("(edited)");
            assertThat(page.locator("[data-ts='" + other + "']")
                            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit message")))
                    .hasCount(0);
        });
        assertThat(client.visibleTo("bruno", "incident-42")
                        .at("/messages/0/text")
                        .asText())
                .isEqualTo("<@U0BRUNO> web-07 is &lt;down&gt;");
    }

    @Test
    void the_page_of_methods_names_what_was_called_and_is_not_here() {
        callExpectingError("canvases.edit");
        callExpectingError("chat.shout");

        browse("/methods", page -> {
            assertThat(page.locator("h2").nth(0)).containsText("unknown to Slack (1)");
            assertThat(page.locator("ul").nth(0)).containsText("chat.shout");
            assertThat(page.locator("ul").nth(1)).hasText("canvases.edit");
            assertThat(page.locator("ul").nth(2)).containsText("chat.postMessage");
            assertThat(page.locator("ul").nth(3)).containsText("canvases.edit");
        });
    }
}
