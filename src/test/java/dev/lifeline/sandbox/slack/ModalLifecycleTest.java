package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Filling in and submitting a form, its payload, and the effect of the app's response (src/docs/platform/slack.md, section
 * Threads, updates, formatting).
 */
class ModalLifecycleTest extends FakeSlackTestBase {

    private static final String FORM_VIEW = """
            {"type":"modal","callback_id":"form","title":{"type":"plain_text","text":"Rescue"},
             "submit":{"type":"plain_text","text":"Go"},"private_metadata":"job-7",
             "blocks":[
              {"type":"input","block_id":"why","label":{"type":"plain_text","text":"Reason"},
               "element":{"type":"plain_text_input","action_id":"reason","min_length":3}},
              {"type":"input","block_id":"how","optional":true,"label":{"type":"plain_text","text":"Mode"},
               "element":{"type":"static_select","action_id":"mode","options":[
                {"text":{"type":"plain_text","text":"Rescue kernel"},"value":"rescue"}]}},
              {"type":"input","block_id":"what","optional":true,"label":{"type":"plain_text","text":"Checks"},
               "element":{"type":"checkboxes","action_id":"checks","options":[
                {"text":{"type":"plain_text","text":"Disk"},"value":"disk"},
                {"text":{"type":"plain_text","text":"Net"},"value":"net"}]}},
              {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Approver"},
               "element":{"type":"users_select","action_id":"approver","initial_user":"U0CHIARA"}}]}""";

    private RawSocket socket;

    @BeforeEach
    void openForm() {
        socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        var typed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        JsonNode envelope = socket.awaitFrame("slash_commands");
        String trigger = envelope.path("payload").path("trigger_id").asText();
        assertThat(client.callApi("views.open", "trigger_id", trigger, "view", FORM_VIEW)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        socket.ack(envelope, "");
        typed.join();
    }

    /** Submits the form as asha and acknowledges with a response. */
    private JsonNode submitAndRespond(Map<String, ?> values, String answer) {
        var result = CompletableFuture.supplyAsync(() -> submit(values));
        JsonNode envelope = socket.awaitFrame("interactive");
        socket.ack(envelope, answer.isEmpty() ? "" : ",\"payload\":" + answer);
        Map<String, JsonNode> both = new HashMap<>();
        both.put("outcome", result.join());
        both.put("payload", envelope.path("payload"));
        return new ObjectMapper().valueToTree(both);
    }

    private JsonNode submit(Map<String, ?> values) {
        return client.act(Map.of("person", "asha", "submits", values));
    }

    private JsonNode openViews() {
        return client.visibleTo("asha", "incident-42").path("views");
    }

    @Test
    void values_are_named_by_label_or_action_id_and_delivered_in_slacks_form() {
        JsonNode view = submitAndRespond(
                        Map.of("Reason", "disk full", "mode", "Rescue kernel", "Checks", List.of("disk", "Net")), "")
                .path("payload")
                .path("view");

        JsonNode values = view.path("state").path("values");
        assertThat(view.path("private_metadata").asText()).isEqualTo("job-7");
        assertThat(values.path("why").path("reason").path("value").asText()).isEqualTo("disk full");
        assertThat(values.path("how")
                        .path("mode")
                        .path("selected_option")
                        .path("value")
                        .asText())
                .isEqualTo("rescue");
        assertThat(values.path("what").path("checks").path("selected_options").findValuesAsText("value"))
                .containsExactly("disk", "net");
        assertThat(values.path("who").path("approver").path("selected_user").asText())
                .isEqualTo("U0CHIARA");
        assertThat(openViews()).isEmpty();
    }

    @Test
    void slack_validates_a_form_before_the_app_is_told() {
        assertThat(submit(Map.of()).path("shown").asText()).contains("Reason");
        assertThat(submit(Map.of("Reason", "ab")).path("shown").asText()).contains("too short");
        assertThat(submit(Map.of("Mode", "Reload")).path("choices").path(0).asText())
                .isEqualTo("Rescue kernel");
        assertThat(submit(Map.of("Colour", "red")).path("choices")).hasSize(4);
        assertThat(socket.framesOfType("interactive")).isEmpty();
        assertThat(openViews()).hasSize(1);
    }

    @Test
    void the_response_can_replace_the_view() {
        String next = FORM_VIEW.replace("Rescue\"", "Second\"").replace("\n", " ");

        submitAndRespond(Map.of("Reason", "disk full"), "{\"response_action\":\"update\",\"view\":" + next + "}");

        assertThat(openViews()).hasSize(1);
        assertThat(openViews().path(0).path("title").path("text").asText()).isEqualTo("Second");
        assertThat(openViews()
                        .path(0)
                        .path("state")
                        .path("values")
                        .path("why")
                        .path("reason")
                        .path("value")
                        .asText())
                .isEqualTo("disk full");
    }

    @Test
    void the_response_can_push_a_view_or_clear_all() {
        String next = FORM_VIEW.replace("\n", " ");
        submitAndRespond(Map.of("Reason", "disk full"), "{\"response_action\":\"push\",\"view\":" + next + "}");
        assertThat(openViews()).hasSize(2);
        socket.frames().clear();

        submitAndRespond(Map.of("Reason", "again"), "{\"response_action\":\"clear\"}");

        assertThat(openViews()).isEmpty();
    }

    @Test
    void an_invalid_response_keeps_the_modal_open_with_an_error() {
        JsonNode outcome = submitAndRespond(
                        Map.of("Reason", "disk full"),
                        "{\"response_action\":\"errors\",\"errors\":{\"nowhere\":\"x\"}}")
                .path("outcome");

        assertThat(outcome.path("shown").asText()).contains("trouble connecting", "nowhere");
        assertThat(openViews()).hasSize(1);
    }
}
