package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content of messages and views in shapes that Slack's SDK has no class for: it is never a reason to refuse what a person did. */
class UnknownShapesTest extends HttpModeTestBase {

    private static final int MUTATED_MESSAGES = 500;

    /** A message with attachments, files and blocks of the kinds that other apps post. */
    private static final String MESSAGE = """
            {"type":"message","ts":"1.1","text":"CPU is high on web-07","user":"U9","files":[{"id":"F1","shares":[]}],
             "attachments":[{"id":1,"text":"web-08","fields":{"title":"none"},"shares":[],
              "files":[{"id":"F2","shares":[],"created":"now"}],"blocks":[{"type":"table","rows":[[1]]}]}],
             "blocks":[{"type":"table","block_id":"t","rows":[[{"type":"raw_text","text":"web-09"}]]},
              {"type":"rich_text","elements":"later"},{"type":"section","text":["mrkdwn"]},"text"],
             "metadata":[],"reactions":{"eyes":1},"edited":true}""";

    private int requestCount;

    private int post(JsonNode payload) {
        byte[] body = SamplePayloads.requestBody(payload.toString()).getBytes(StandardCharsets.UTF_8);
        SignedRequest post = SignedRequest.sign(
                body, Fixtures.NOON.getEpochSecond() - 250 + requestCount++ % 500, StubSlack.SIGNING_SECRET);
        return adapter.handleHttpRequest("POST", post.headers(), post.body()).status();
    }

    private ObjectNode sample(String kind) {
        Map<String, String> all = new SamplePayloads(slack.url("/hooks/x").toString()).all();
        return (ObjectNode) StubSlack.parseJson(SamplePayloads.withFreshIds(all.get(kind), requestCount));
    }

    @Test
    void the_shortcut_opens_its_form_on_a_message_that_the_sdk_cannot_parse() {
        ObjectNode shortcut = sample("message_action");
        shortcut.set("message", StubSlack.parseJson(MESSAGE));

        assertThat(post(shortcut)).isEqualTo(200);
        assertThat(slack.calls("views.open")).hasSize(1);
        assertThat(slack.calls("/hooks/x")).isEmpty();
    }

    @Test
    void a_click_counts_whatever_the_message_holds_that_carries_the_button() {
        ObjectNode click = sample("block_actions");
        click.set("message", StubSlack.parseJson(MESSAGE));
        click.set("state", StubSlack.parseJson("{\"values\":[]}"));
        click.putObject("view").put("state", "none").putArray("blocks").add(true);

        assertThat(post(click)).isEqualTo(200);
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void a_mention_is_read_whatever_stands_beside_its_text() {
        ObjectNode mention = sample("app_mention");
        StubSlack.parseJson(MESSAGE).properties().forEach(field -> {
            ObjectNode event = (ObjectNode) mention.path("event");
            if (!event.has(field.getKey())) event.set(field.getKey(), field.getValue());
        });
        mention.putObject("authorizations").put("is_bot", "yes");

        assertThat(post(mention)).isEqualTo(200);
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void the_notice_that_events_are_limited_is_acknowledged() {
        ObjectNode notice = (ObjectNode) StubSlack.parseJson("""
                {"type":"app_rate_limited","token":"x","team_id":"T1OURS","api_app_id":"A0APP","minute_rate_limited":1518467820}""");
        byte[] body = notice.toString().getBytes(StandardCharsets.UTF_8);
        SignedRequest post = SignedRequest.sign(body, Fixtures.NOON.getEpochSecond(), StubSlack.SIGNING_SECRET);

        assertThat(adapter.handleHttpRequest("POST", post.headers(), post.body())
                        .status())
                .isEqualTo(200);
        assertThat(inbox.interactions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"view_submission", "view_closed"})
    void a_view_with_blocks_of_unknown_shape_is_read(String kind) {
        ObjectNode submission = sample(kind);
        ObjectNode view = (ObjectNode) submission.path("view");
        view.set("blocks", StubSlack.parseJson(MESSAGE).path("blocks"));
        view.put("title", "Rescue").put("clear_on_close", "no");

        assertThat(post(submission)).isEqualTo(200);
    }

    /** Whatever the bot writes is its own; a class of the SDK that empties a block would show in what is written back. */
    @Test
    void nothing_of_the_message_that_carries_a_button_is_written_back() {
        Random random = new Random(14);
        for (int i = 0; i < MUTATED_MESSAGES; i++) {
            ObjectNode click = sample("block_actions");
            JsonNode message = StubSlack.parseJson(MESSAGE.replace("web-0", "foreign-"));
            MalformedPayloadsTest.mutateOneField((ObjectNode) message, random);
            click.set("message", message);
            assertThat(post(click)).as(message.toString()).isEqualTo(200);
        }
        assertThat(inbox.interactions.toString()).doesNotContain("foreign-", "\"table\"");
        assertThat(slack.calls()).noneMatch(call -> call.toString().contains("foreign-"));
    }

    @Test
    void no_part_of_a_message_can_make_the_shortcut_refuse() {
        Random random = new Random(11);
        for (int i = 0; i < MUTATED_MESSAGES; i++) {
            ObjectNode shortcut = sample("message_action");
            JsonNode message = StubSlack.parseJson(MESSAGE);
            MalformedPayloadsTest.mutateOneField((ObjectNode) message, random);
            shortcut.set("message", message);
            assertThat(post(shortcut)).as(message.toString()).isEqualTo(200);
        }
        assertThat(slack.calls("views.open")).hasSize(MUTATED_MESSAGES);
    }
}
