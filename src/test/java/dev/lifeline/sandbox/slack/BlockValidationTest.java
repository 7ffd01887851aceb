package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The blocks that Slack refuses, with JSON pointers (src/docs/platform/slack.md, section Sizes). */
class BlockValidationTest extends FakeSlackTestBase {

    private static String plain(int length) {
        return "{\"type\":\"plain_text\",\"text\":\"" + "x".repeat(length) + "\"}";
    }

    private static String button(String more) {
        return "{\"type\":\"button\",\"text\":" + plain(3) + more + "}";
    }

    private static String actions(String elements) {
        return "[{\"type\":\"actions\",\"elements\":[" + elements + "]}]";
    }

    private static String repeated(int count, String item) {
        return IntStream.range(0, count).mapToObj(i -> item).collect(Collectors.joining(","));
    }

    private static String option(int text, int value) {
        return "{\"text\":" + plain(text) + ",\"value\":\"" + "v".repeat(value) + "\"}";
    }

    private static String options(String type, int count, String option) {
        return actions("{\"type\":\"" + type + "\",\"options\":[" + repeated(count, option) + "]}");
    }

    static Stream<Arguments> refused() {
        String confirm = ",\"confirm\":{\"title\":%s,\"text\":%s,\"confirm\":%s,\"deny\":%s}";
        return Stream.of(
                Arguments.of("[" + repeated(51, "{\"type\":\"divider\"}") + "]", "/blocks"),
                Arguments.of("[{\"type\":\"sparkle\"}]", "/blocks/0/type"),
                Arguments.of("[{\"text\":\"x\"}]", "/blocks/0"),
                Arguments.of("[{\"type\":\"section\"}]", "/blocks/0"),
                Arguments.of("[{\"type\":\"section\",\"text\":" + plain(3_001) + "}]", "/blocks/0/text/text"),
                Arguments.of("[{\"type\":\"section\",\"text\":" + plain(0) + "}]", "/blocks/0/text/text"),
                Arguments.of(
                        "[{\"type\":\"section\",\"fields\":[" + repeated(11, plain(1)) + "]}]", "/blocks/0/fields"),
                Arguments.of("[{\"type\":\"section\",\"fields\":[" + plain(2_001) + "]}]", "/blocks/0/fields/0/text"),
                Arguments.of("[{\"type\":\"header\",\"text\":" + plain(151) + "}]", "/blocks/0/text/text"),
                Arguments.of(
                        "[{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}]", "/blocks/0/text/type"),
                Arguments.of(
                        "[{\"type\":\"context\",\"elements\":[" + repeated(11, plain(1)) + "]}]", "/blocks/0/elements"),
                Arguments.of(actions(repeated(26, button(""))), "/blocks/0/elements"),
                Arguments.of(
                        actions("{\"type\":\"button\",\"text\":" + plain(76) + "}"), "/blocks/0/elements/0/text/text"),
                Arguments.of(actions(button(",\"value\":\"" + "v".repeat(2_001) + "\"")), "/blocks/0/elements/0/value"),
                Arguments.of(
                        actions(button(",\"action_id\":\"" + "a".repeat(256) + "\"")),
                        "/blocks/0/elements/0/action_id"),
                Arguments.of(actions(button(",\"style\":\"loud\"")), "/blocks/0/elements/0/style"),
                Arguments.of(
                        actions(button(confirm.formatted(plain(101), plain(1), plain(1), plain(1)))),
                        "/blocks/0/elements/0/confirm/title/text"),
                Arguments.of(
                        actions(button(confirm.formatted(plain(1), plain(301), plain(1), plain(1)))),
                        "/blocks/0/elements/0/confirm/text/text"),
                Arguments.of(
                        actions(button(confirm.formatted(plain(1), plain(1), plain(31), plain(1)))),
                        "/blocks/0/elements/0/confirm/confirm/text"),
                Arguments.of(
                        actions(button(",\"action_id\":\"a\"") + "," + button(",\"action_id\":\"a\"")),
                        "/blocks/0/elements/1/action_id"),
                Arguments.of(options("static_select", 101, option(1, 1)), "/blocks/0/elements/0/options"),
                Arguments.of(options("overflow", 6, option(1, 1)), "/blocks/0/elements/0/options"),
                Arguments.of(options("radio_buttons", 11, option(1, 1)), "/blocks/0/elements/0/options"),
                Arguments.of(options("static_select", 1, option(76, 1)), "/blocks/0/elements/0/options/0/text/text"),
                Arguments.of(options("static_select", 1, option(1, 151)), "/blocks/0/elements/0/options/0/value"),
                Arguments.of(
                        "[{\"type\":\"divider\",\"block_id\":\"b\"},{\"type\":\"divider\",\"block_id\":\"b\"}]",
                        "/blocks/1/block_id"),
                Arguments.of("[{\"type\":\"image\",\"image_url\":\"http://x\"}]", "/blocks/0"),
                Arguments.of("[{\"type\":\"divider\",\"colour\":\"red\"}]", "/blocks/0"),
                Arguments.of(
                        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\",\"emoji\":true}}]",
                        "/blocks/0/text"),
                Arguments.of(actions(button(",\"disabled\":true")), "/blocks/0/elements/0"),
                Arguments.of(
                        options(
                                "static_select",
                                1,
                                option(1, 1).replace(",\"value\"", ",\"colour\":\"red\",\"value\"")),
                        "/blocks/0/elements/0/options/0"),
                Arguments.of("[{\"type\":\"alert\",\"text\":" + plain(1) + "}]", "/blocks/0/type"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void invalid_input_is_refused_with_a_json_pointer(String blocks, String pointer) {
        JsonNode answer =
                client.callApi("chat.postMessage", "channel", INCIDENT_CHANNEL, "text", "x", "blocks", blocks);

        assertThat(answer.path("error").asText()).isEqualTo("invalid_blocks");
        assertThat(answer.path("response_metadata").path("messages").toString())
                .contains("[json-pointer:" + pointer + "]");
    }

    @Test
    void the_texts_of_a_message_have_a_limit_together() {
        String section = "{\"type\":\"section\",\"text\":" + plain(2_700) + "}";

        assertThat(callExpectingError(
                        "chat.postMessage", "channel", INCIDENT_CHANNEL, "blocks", "[" + repeated(5, section) + "]"))
                .isEqualTo("msg_blocks_too_long");
        assertThat(callExpectingError("chat.postMessage", "channel", INCIDENT_CHANNEL, "blocks", "{not json"))
                .isEqualTo("invalid_blocks_format");
    }

    @Test
    void everything_within_the_limits_is_accepted() {
        String rich = "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":"
                + "[{\"type\":\"text\",\"text\":\"a\"}]}]}";
        String task = "{\"type\":\"task_card\",\"task_id\":\"t\",\"title\":\"Reboot\",\"status\":\"in_progress\"}";
        String table = "{\"type\":\"table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"a\"}]]}";
        String blocks = "[" + String.join(",", rich, task, table, actionsOf("users_select")) + "]";

        JsonNode posted = client.callApi("chat.postMessage", "channel", INCIDENT_CHANNEL, "blocks", blocks);

        assertThat(posted.path("ok").asBoolean()).as(posted.toString()).isTrue();
        assertThat(posted.path("message")
                        .path("blocks")
                        .path(3)
                        .path("elements")
                        .path(0)
                        .path("action_id")
                        .asText())
                .isNotEmpty();
    }

    private static String actionsOf(String type) {
        return "{\"type\":\"actions\",\"elements\":[{\"type\":\"" + type + "\"}]}";
    }

    @Test
    void views_are_validated_too() {
        String input = "{\"type\":\"input\",\"label\":" + plain(1) + ",\"element\":{\"type\":\"plain_text_input\"}}";
        String noSubmit = "{\"type\":\"modal\",\"title\":" + plain(5) + ",\"blocks\":[" + input + "]}";
        String longTitle = "{\"type\":\"modal\",\"title\":" + plain(25) + ",\"blocks\":[{\"type\":\"divider\"}]}";

        JsonNode first = client.callApi("views.open", "trigger_id", "1.2.3", "view", noSubmit);
        JsonNode second = client.callApi("views.open", "trigger_id", "1.2.3", "view", longTitle);

        assertThat(first.path("error").asText()).isEqualTo("invalid_arguments");
        assertThat(first.path("response_metadata").toString()).contains("submit");
        assertThat(second.path("response_metadata").toString()).contains("/view/title/text");
    }
}
