package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.testkit.SlackReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The payloads of the fake Slack held against the field-complete samples of Slack's SDK: no field that they have not, no other kind of
 * value, and none of their outermost fields is missing (src/test/resources/slack-api/README.md).
 */
class PayloadReferenceTest extends FakeSlackTestBase {

    private static final String BUTTON = """
            [{"type":"actions","elements":[
             {"type":"button","action_id":"go","value":"v","text":{"type":"plain_text","text":"Go on"},"style":"danger","url":"https://example.com",
              "confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"Really"},
               "confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"},"style":"danger"}},
             {"type":"static_select","action_id":"option","placeholder":{"type":"plain_text","text":"Choose"},
              "options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}],"initial_option":{"text":{"type":"plain_text","text":"One"},"value":"1"}},
             {"type":"users_select","action_id":"user","initial_user":"U0ASHA"},
             {"type":"conversations_select","action_id":"conversation","initial_conversation":"C0INCIDENT42"},
             {"type":"channels_select","action_id":"channel","initial_channel":"C0INCIDENT42"},
             {"type":"datepicker","action_id":"date","initial_date":"2026-01-01"},
             {"type":"timepicker","action_id":"time","initial_time":"12:00"}]}]""";
    private static final Map<String, String> CHOICES = Map.of(
            "go",
            "v",
            "option",
            "1",
            "user",
            "U0BRUNO",
            "conversation",
            "C0RANDOM",
            "channel",
            "C0RANDOM",
            "date",
            "2026-01-02",
            "time",
            "13:00");
    private static final String HOME = """
            {"type":"home","blocks":[{"type":"divider"}]}""";
    private static final String ATTACHMENTS = "[{\"text\":\"log\",\"fallback\":\"log\"}]";
    private static final String METADATA = "{\"event_type\":\"rescue\",\"event_payload\":{\"id\":\"1\"}}";
    private static final String FORM = """
            {"type":"modal","callback_id":"form","notify_on_close":true,"title":{"type":"plain_text","text":"Rescue"},
             "close":{"type":"plain_text","text":"No"},"submit":{"type":"plain_text","text":"Go"},"blocks":[
             {"type":"actions","elements":[{"type":"button","action_id":"in-form","text":{"type":"plain_text","text":"More"}}]},{"type":"input","block_id":"why",
             "label":{"type":"plain_text","text":"Reason"},"element":{"type":"plain_text_input","action_id":"reason"}}]}""";

    private final KnownDifferences known = KnownDifferences.read().about(true);
    private RawSocket socket;

    @BeforeEach
    void connect() {
        client.injectFault(Map.of("fault", "join-enterprise"));
        socket = RawSocket.open(client);
        socket.awaitFrame("hello");
    }

    @Test
    void every_payload_has_the_shape_of_its_sample() {
        String ts = messageWithAllParts();
        Set<String> problems = new TreeSet<>();

        problems.addAll(compare("SlashCommandPayload", deliver(() -> act("asha", Map.of("types", "/rescue")))));
        problems.addAll(compare("BlockActionPayload", clicks(ts)));
        problems.addAll(compare(
                "MessageShortcutPayload",
                deliver(() -> act("asha", Map.of("shortcut", "rescue_from_message", "message", ts)))));
        problems.addAll(compare("AppMentionPayload", mentions(ts)));
        client.callApi("views.publish", "user_id", "U0ASHA", "view", HOME);
        problems.addAll(compare("AppHomeOpenedPayload", deliver(() -> act("asha", Map.of("opens", "home")))));
        openForm();
        problems.addAll(compare(
                "ViewSubmissionPayload",
                deliver(() -> client.act(Map.of("person", "asha", "submits", Map.of("reason", "disk"))))));
        openForm();
        problems.addAll(
                compare("ViewClosedPayload", deliver(() -> client.act(Map.of("person", "asha", "closes", true)))));
        problems.addAll(compare("ChannelIdChangedPayload", deliver(() -> injectFault("share-channel", "ops-private"))));
        problems.addAll(compare("TokensRevokedPayload", deliver(() -> injectFault("revoke-tokens", "incident-42"))));

        assertThat(String.join("\n", problems)).isEmpty();
        assertThat(known.unused()).isEmpty();
    }

    /** A message with a button, an attachment and metadata, edited, and with a reply. */
    private String messageWithAllParts() {
        String[] content = {"blocks", BUTTON, "attachments", ATTACHMENTS, "metadata", METADATA};
        String ts = postMessage(with(content, "channel", INCIDENT_CHANNEL, "text", "Go?"));
        client.callApi("chat.update", "channel", INCIDENT_CHANNEL, "ts", ts, "text", "Go now?");
        client.callApi("chat.update", with(content, "channel", INCIDENT_CHANNEL, "ts", ts, "text", "Go now?"));
        List<String> scopes = new ArrayList<>(MethodExamples.SCOPES);
        scopes.add("app_mentions:read");
        client.post("/sandbox/app", Map.of("scopes", scopes));
        client.callApi("reactions.add", "channel", INCIDENT_CHANNEL, "timestamp", ts, "name", "eyes");
        postMessage("channel", INCIDENT_CHANNEL, "text", "a reply", "thread_ts", ts);
        return ts;
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    /** A button and every kind of menu, in a message, in a reply and in a view. */
    private JsonNode[] clicks(String ts) {
        String reply = postMessage("channel", INCIDENT_CHANNEL, "text", "a reply", "thread_ts", ts, "blocks", BUTTON);
        List<JsonNode> payloads = new ArrayList<>();
        CHOICES.forEach((element, value) ->
                payloads.add(deliver(() -> act("asha", Map.of("presses", element, "value", value, "message", ts)))));
        payloads.add(deliver(() -> act("asha", Map.of("presses", "go", "message", reply))));
        openForm();
        payloads.add(deliver(() -> client.act(Map.of("person", "asha", "presses", "in-form"))));
        return payloads.toArray(JsonNode[]::new);
    }

    private JsonNode[] mentions(String thread) {
        List<JsonNode> payloads = new ArrayList<>();
        Map<String, String> typed = Map.of("types", "<@U0LIFELINE> help", "thread", thread);
        payloads.add(deliver(() -> act("asha", typed)));
        String ts = payloads.get(0).at("/event/ts").asText();
        payloads.add(deliver(() -> act("asha", Map.of("edits", "<@U0LIFELINE> status", "message", ts))));
        return payloads.toArray(JsonNode[]::new);
    }

    private void injectFault(String fault, String channel) {
        client.injectFault(Map.of("fault", fault, "channel", channel));
    }

    private void openForm() {
        JsonNode typed = deliver(() -> act("asha", Map.of("types", "/rescue")));
        client.callApi("views.open", "trigger_id", typed.path("trigger_id").asText(), "view", FORM);
    }

    /** The payload of what a user does. */
    private JsonNode deliver(Runnable action) {
        int before = socket.frames().size();
        var done = CompletableFuture.runAsync(action);
        JsonNode envelope =
                socket.awaitFrame(frame -> socket.frames().indexOf(frame) >= before && frame.has("envelope_id"));
        socket.ack(envelope, "");
        done.join();
        return envelope.path("payload");
    }

    private Set<String> compare(String name, JsonNode... payloads) {
        SampleShape shape = new SampleShape(SlackReference.sample(name));
        Stream.of(payloads).forEach(shape::add);
        Set<String> found = new TreeSet<>(shape.differences());
        shape.absent().forEach(field -> found.add(field + " is missing"));
        return found.stream()
                .filter(difference ->
                        known.reasonFor(name, "payload", difference).isEmpty())
                .map(difference -> name + "\tpayload\t" + difference)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
