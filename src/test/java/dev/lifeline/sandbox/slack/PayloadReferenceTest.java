package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.testkit.SlackReference;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The payloads of the fake Slack held against the field-complete samples of Slack's SDK: no field that they have not, no other kind of
 * value, and none of their outermost fields is missing (src/test/resources/slack-api/README.md).
 */
class PayloadReferenceTest extends FakeSlackTestBase {

    private static final String BUTTON = """
            [{"type":"actions","elements":[{"type":"button","action_id":"go","value":"v","text":{"type":"plain_text","text":"Go on"}}]}]""";
    private static final String FORM = """
            {"type":"modal","callback_id":"form","notify_on_close":true,"title":{"type":"plain_text","text":"Rescue"},
             "submit":{"type":"plain_text","text":"Go"},"blocks":[{"type":"input","block_id":"why",
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
        String ts = postMessage("channel", INCIDENT_CHANNEL, "text", "Go?", "blocks", BUTTON);
        Set<String> problems = new TreeSet<>();

        problems.addAll(compare("SlashCommandPayload", deliver(() -> act("asha", Map.of("types", "/rescue")))));
        problems.addAll(compare(
                "BlockActionPayload", deliver(() -> act("asha", Map.of("presses", "go", "message", ts)))));
        problems.addAll(compare(
                "MessageShortcutPayload",
                deliver(() -> act("asha", Map.of("shortcut", "rescue_from_message", "message", ts)))));
        problems.addAll(compare(
                "AppMentionPayload", deliver(() -> act("asha", Map.of("types", "<@U0LIFELINE> help")))));
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

        assertThat(problems).isEmpty();
        assertThat(known.unused()).isEmpty();
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

    private Set<String> compare(String name, JsonNode payload) {
        SampleShape shape = new SampleShape(SlackReference.sample(name));
        shape.add(payload);
        Set<String> found = new TreeSet<>(shape.differences());
        shape.absent().forEach(field -> found.add(field + " is missing"));
        return found.stream()
                .filter(difference ->
                        known.reasonFor(name, "payload", difference).isEmpty())
                .map(difference -> name + "\tpayload\t" + difference)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
