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

/** The modals and Homes that Slack refuses, with JSON pointers (src/docs/platform/slack.md, section Sizes). */
class ViewValidationTest extends FakeSlackTestBase {

    private static final String DIVIDER = "{\"type\":\"divider\"}";

    private static String plain(int length) {
        return "{\"type\":\"plain_text\",\"text\":\"" + "x".repeat(length) + "\"}";
    }

    private static String modal(int title, String more, String blocks) {
        return "{\"type\":\"modal\",\"title\":" + plain(title) + more + ",\"blocks\":[" + blocks + "]}";
    }

    private static String field(String name, int length) {
        return ",\"" + name + "\":\"" + "x".repeat(length) + "\"";
    }

    private static String input(int label, String element) {
        return "{\"type\":\"input\",\"label\":" + plain(label) + ",\"element\":" + element + "}";
    }

    private static String repeated(int count) {
        return IntStream.range(0, count).mapToObj(i -> DIVIDER).collect(Collectors.joining(","));
    }

    static Stream<Arguments> refused() {
        String submit = ",\"submit\":" + plain(2);
        String text = "{\"type\":\"plain_text_input\",\"action_id\":\"a\"%s}";
        return Stream.of(
                Arguments.of(modal(24, field("private_metadata", 3_001), DIVIDER), "/view/private_metadata"),
                Arguments.of(modal(24, field("callback_id", 256), DIVIDER), "/view/callback_id"),
                Arguments.of(modal(24, field("external_id", 256), DIVIDER), "/view/external_id"),
                Arguments.of(modal(24, ",\"submit\":" + plain(25), DIVIDER), "/view/submit/text"),
                Arguments.of(modal(24, ",\"close\":" + plain(25), DIVIDER), "/view/close/text"),
                Arguments.of(modal(25, "", DIVIDER), "/view/title/text"),
                Arguments.of(modal(24, field("colour", 3), DIVIDER), "/view"),
                Arguments.of(modal(24, "", repeated(101)), "/view/blocks"),
                Arguments.of(modal(24, "", input(1, text.formatted(""))), "/view"),
                Arguments.of(modal(24, submit, input(2_001, text.formatted(""))), "/view/blocks/0/label/text"),
                Arguments.of(
                        modal(24, submit, input(1, text.formatted(",\"placeholder\":" + plain(151)))),
                        "/view/blocks/0/element/placeholder/text"),
                Arguments.of(
                        modal(24, submit, input(1, text.formatted(",\"max_length\":3001"))),
                        "/view/blocks/0/element/max_length"),
                Arguments.of(
                        modal(24, submit, input(1, "{\"type\":\"button\",\"text\":" + plain(1) + "}")),
                        "/view/blocks/0/element/type"),
                Arguments.of(
                        modal(24, "", "{\"type\":\"alert\",\"text\":" + plain(201) + "}"), "/view/blocks/0/text/text"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void invalid_input_is_refused_with_a_json_pointer(String view, String pointer) {
        JsonNode answer = client.callApi("views.open", "trigger_id", "1.2.3", "view", view);

        assertThat(answer.path("error").asText()).isEqualTo("invalid_arguments");
        assertThat(answer.at("/response_metadata/messages").toString()).contains("[json-pointer:" + pointer + "]");
    }

    @Test
    void the_valid_base_cases_have_no_errors() {
        String full = field("private_metadata", 3_000) + field("callback_id", 255);

        assertThat(callExpectingError("views.open", "trigger_id", "1.2.3", "view", modal(24, full, repeated(100))))
                .isEqualTo("invalid_trigger_id");
    }

    @Test
    void an_external_id_is_unique() {
        String home = "{\"type\":\"home\",\"external_id\":\"mine\",\"blocks\":[" + DIVIDER + "]}";

        String first = callExpectingError("views.publish", "user_id", "U0ASHA", "view", home);

        assertThat(first).isEmpty();
        assertThat(callExpectingError("views.publish", "user_id", "U0BRUNO", "view", home))
                .isEqualTo("duplicate_external_id");
        assertThat(callExpectingError("views.publish", "user_id", "U0ASHA", "view", home))
                .isEmpty();
        assertThat(callExpectingError("views.update", "external_id", "mine", "view", home))
                .isEmpty();
    }
}
