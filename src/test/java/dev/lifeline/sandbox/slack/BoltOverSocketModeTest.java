package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A request conversation over Socket Mode with unmodified Bolt for Java (src/docs/platform/slack.md, section What the fake
 * must speak).
 */
class BoltOverSocketModeTest {

    private FakeSlack slack;
    private FakeSlackClient slackClient;
    private App app;
    private PlainBoltClient boltClient;

    @BeforeEach
    void start() throws Exception {
        slack = FakeSlack.start(SlackOptions.onPort(0));
        slackClient = new FakeSlackClient(slack.url());
        app = PlainBoltClient.appFor(slack.url());
    }

    @AfterEach
    void stop() throws Exception {
        if (boltClient != null) boltClient.close();
        slack.close();
    }

    private void connect() throws Exception {
        boltClient = PlainBoltClient.connect(app);
        await().until(() ->
                slackClient.get("/sandbox/world", Map.of()).path("sockets").asInt() == 1);
    }

    @Test
    void a_command_is_acknowledged_and_answered_in_channel_thread_and_ephemerally() throws Exception {
        app.command("/rescue", (request, context) -> {
            var parent = context.client()
                    .chatPostMessage(post -> post.channel(request.getPayload().getChannelId())
                            .text("rescue for " + request.getPayload().getText()));
            context.client()
                    .chatPostMessage(post -> post.channel(parent.getChannel())
                            .threadTs(parent.getTs())
                            .text("step 1"));
            context.respond(answer -> answer.responseType("ephemeral").text("started"));
            return context.ack("On it");
        });
        connect();

        JsonNode outcome =
                slackClient.act(Map.of("person", "asha", "channel", "incident-42", "types", "/rescue web-07"));

        assertThat(outcome.path("acked").asBoolean()).as(outcome.toString()).isTrue();
        assertThat(outcome.path("ack").path("text").asText()).isEqualTo("On it");
        JsonNode seen = slackClient.visibleTo("asha", "incident-42").path("messages");
        assertThat(seen.findValuesAsText("text")).contains("rescue for web-07", "step 1", "started", "On it");
        assertThat(slackClient
                        .visibleTo("bruno", "incident-42")
                        .path("messages")
                        .findValuesAsText("text"))
                .contains("rescue for web-07", "step 1")
                .doesNotContain("started", "On it");
    }

    private static final String STATUS_MESSAGE_BLOCKS = """
            [{"type":"section","block_id":"card","text":{"type":"mrkdwn","text":"Boot web-07?"}},
             {"type":"actions","block_id":"choice","elements":[
               {"type":"button","action_id":"yes","value":"job-1","style":"danger",
                "text":{"type":"plain_text","text":"Yes, boot into rescue"},
                "confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"It reboots."},
                           "confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"}}},
               {"type":"button","action_id":"no","text":{"type":"plain_text","text":"No, cancel"}}]}]""";

    private static final String FORM_VIEW = """
            {"type":"modal","callback_id":"form","title":{"type":"plain_text","text":"Rescue"},
             "submit":{"type":"plain_text","text":"Go"},"notify_on_close":true,"private_metadata":"p",
             "blocks":[{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Reason"},
               "element":{"type":"plain_text_input","action_id":"reason"}},
              {"type":"input","block_id":"which","label":{"type":"plain_text","text":"Device"},
               "element":{"type":"external_select","action_id":"device","min_query_length":1}}]}""";

    @Test
    void a_click_replaces_the_message_through_its_response_url() throws Exception {
        app.blockAction("yes", (request, context) -> {
            assertThat(request.getPayload().getContainer().getMessageTs()).isNotEmpty();
            assertThat(request.getPayload().getMessage().getBlocks()).hasSize(2);
            assertThat(request.getPayload().getActions().get(0).getValue()).isEqualTo("job-1");
            String user = request.getPayload().getUser().getName();
            context.respond(answer -> answer.replaceOriginal(true).text("done by " + user));
            return context.ack();
        });
        connect();
        slackClient.callApi(
                "chat.postMessage", "channel", "C0INCIDENT42", "text", "Boot?", "blocks", STATUS_MESSAGE_BLOCKS);

        JsonNode cancelled = act("asha", Map.of("presses", "Yes", "confirmed", false));
        JsonNode pressed = act("bruno", Map.of("presses", "Yes"));

        assertThat(cancelled.path("acked").asBoolean()).isFalse();
        assertThat(pressed.path("acked").asBoolean()).as(pressed.toString()).isTrue();
        JsonNode message =
                slackClient.visibleTo("asha", "incident-42").path("messages").path(0);
        assertThat(message.path("text").asText()).isEqualTo("done by bruno");
        assertThat(message.path("blocks")).isEmpty();
    }

    @Test
    void a_button_without_a_listener_shows_slacks_own_error() throws Exception {
        connect();
        slackClient.callApi(
                "chat.postMessage", "channel", "C0INCIDENT42", "text", "Boot?", "blocks", STATUS_MESSAGE_BLOCKS);

        JsonNode pressed = act("asha", Map.of("presses", "no"));

        assertThat(pressed.path("acked").asBoolean()).isFalse();
        assertThat(pressed.path("shown").asText()).contains("operation_timeout");
        assertThat(slackClient.visibleTo("asha", "incident-42").path("notices")).hasSize(1);
        assertThat(slackClient.visibleTo("bruno", "incident-42").path("notices"))
                .isEmpty();
    }

    @Test
    void a_modal_is_opened_filled_refused_and_closed() throws Exception {
        app.command("/rescue", (request, context) -> {
            var opened = context.client()
                    .viewsOpen(open ->
                            open.triggerId(request.getPayload().getTriggerId()).viewAsString(FORM_VIEW));
            assertThat(opened.isOk()).isTrue();
            return context.ack();
        });
        app.blockSuggestion(
                "device",
                (request, context) -> context.ack(answer -> answer.options(
                        List.of(com.slack.api.app_backend.interactive_components.response.Option.builder()
                                .text(com.slack.api.model.block.composition.BlockCompositions.plainText("web-07"))
                                .value(request.getPayload().getValue() + "-1")
                                .build()))));
        app.viewSubmission("form", (request, context) -> {
            var values = request.getPayload().getView().getState().getValues();
            boolean refused = values.get("why").get("reason").getValue().equals("none");
            assertThat(values.get("which").get("device").getSelectedOption().getValue())
                    .isEqualTo("w-1");
            return refused ? context.ackWithErrors(Map.of("why", "Reason needed")) : context.ack();
        });
        connect();

        act("asha", Map.of("types", "/rescue"));
        JsonNode response = slackClient.act(Map.of("person", "asha", "asks", "device", "query", "w"));
        JsonNode refused =
                slackClient.act(Map.of("person", "asha", "submits", Map.of("Reason", "none", "device", "web-07")));
        JsonNode seen = slackClient.visibleTo("asha", "incident-42").path("views");
        JsonNode taken = slackClient.act(Map.of("person", "asha", "submits", Map.of("reason", "disk full")));

        assertThat(response.path("ack").path("options").path(0).path("value").asText())
                .isEqualTo("w-1");
        assertThat(refused.path("ack").path("response_action").asText()).isEqualTo("errors");
        assertThat(seen.path(0).path("errors").path("why").asText()).isEqualTo("Reason needed");
        assertThat(taken.path("acked").asBoolean()).as(taken.toString()).isTrue();
        assertThat(slackClient.visibleTo("asha", "incident-42").path("views")).isEmpty();
    }

    @Test
    void a_message_shortcut_delivers_the_message_and_can_open_a_modal() throws Exception {
        app.messageShortcut("rescue_from_message", (request, context) -> {
            assertThat(request.getPayload().getMessage().getText()).isEqualTo("web-07 is down");
            context.client()
                    .viewsOpen(open ->
                            open.triggerId(request.getPayload().getTriggerId()).viewAsString(FORM_VIEW));
            return context.ack();
        });
        app.viewClosed("form", (request, context) -> context.ack());
        connect();
        String ts = act("dario", Map.of("types", "web-07 is down")).path("ts").asText();

        JsonNode outcome = act("asha", Map.of("shortcut", "rescue_from_message", "message", ts));
        JsonNode open = slackClient.visibleTo("asha", "incident-42").path("views");
        JsonNode closed = slackClient.act(Map.of("person", "asha", "closes", true));

        assertThat(outcome.path("acked").asBoolean()).as(outcome.toString()).isTrue();
        assertThat(open.path(0).path("callback_id").asText()).isEqualTo("form");
        assertThat(closed.path("acked").asBoolean()).isTrue();
    }

    @Test
    void the_home_is_published_when_it_is_opened() throws Exception {
        app.event(AppHomeOpenedEvent.class, (request, context) -> {
            context.client()
                    .viewsPublish(publish -> publish.userId(request.getEvent().getUser())
                            .viewAsString(
                                    "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\",\"block_id\":\"line\"}]}"));
            return context.ack();
        });
        connect();

        JsonNode outcome = slackClient.act(Map.of("person", "chiara", "opens", "home"));

        assertThat(outcome.path("acked").asBoolean()).as(outcome.toString()).isTrue();
        JsonNode home = slackClient.visibleTo("chiara", "@lifeline").path("home");
        assertThat(home.path("blocks").path(0).path("block_id").asText()).isEqualTo("line");
        assertThat(slackClient.visibleTo("asha", "@lifeline").path("home").isNull())
                .isTrue();
    }

    @Test
    void mentions_and_direct_messages_are_delivered_other_messages_are_not() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        app.event(AppMentionEvent.class, (request, context) -> {
            received.add(request.getEvent().getText());
            return context.ack();
        });
        app.event(MessageEvent.class, (request, context) -> {
            received.add(request.getEvent().getChannelType() + " "
                    + request.getEvent().getText());
            return context.ack();
        });
        connect();

        JsonNode talk = act("asha", Map.of("types", "good morning"));
        act("asha", Map.of("types", "@lifeline help & <b>"));
        slackClient.act(Map.of("person", "asha", "channel", "@lifeline", "types", "hello"));

        assertThat(talk.path("delivered").asBoolean(true)).isFalse();
        assertThat(received).containsExactly("<@U0LIFELINE> help &amp; &lt;b&gt;", "im hello");
    }

    private JsonNode act(String person, Map<String, ?> action) {
        Map<String, Object> request = new HashMap<>(action);
        request.put("person", person);
        request.put("channel", "incident-42");
        return slackClient.act(request);
    }
}
