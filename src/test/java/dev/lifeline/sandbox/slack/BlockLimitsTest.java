package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Block Kit limits (src/docs/platform/slack.md, section Sizes): the limit is accepted, one more is refused. */
class BlockLimitsTest extends FakeSlackTestBase {

    private static final String OPTION = option(1, "\"v\"", "");

    private static final String CELL = "{\"type\":\"raw_text\",\"text\":\"x\"}";
    private static final String TASK =
            "{\"type\":\"task_card\",\"task_id\":\"1\",\"title\":\"boot\",\"status\":\"pending\"}";

    private static final String DIVIDER = "{\"type\":\"divider\"}";

    private static String plain(int length) {
        return "{\"type\":\"plain_text\",\"text\":" + text(length) + "}";
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String repeated(int count, String item) {
        return "[" + IntStream.range(0, count).mapToObj(i -> item).collect(Collectors.joining(",")) + "]";
    }

    private static String option(int length, String value, String more) {
        return "{\"text\":" + plain(length) + ",\"value\":" + value + more + "}";
    }

    private static String block(String type, String more) {
        return "{\"type\":\"" + type + "\"," + more + "}";
    }

    private static String actions(String element) {
        return block("actions", "\"elements\":[" + element + "]");
    }

    private static String button(String more) {
        return actions("{\"type\":\"button\",\"text\":" + plain(1) + more + "}");
    }

    private static String choice(String type, String options) {
        return actions("{\"type\":\"" + type + "\"," + options + "}");
    }

    private static String confirm(int title, int text, int button) {
        return button(",\"confirm\":{\"title\":" + plain(title) + ",\"text\":" + plain(text) + ",\"confirm\":"
                + plain(button) + ",\"deny\":" + plain(1) + "}");
    }

    private static String group(int options) {
        return "{\"label\":" + plain(1) + ",\"options\":" + repeated(options, OPTION) + "}";
    }

    private static String image(int alt, int title) {
        return block(
                "image",
                "\"image_url\":\"https://example.com/x.png\",\"alt_text\":" + text(alt) + ",\"title\":" + plain(title));
    }

    private static String iconButton(String more) {
        return block(
                "context_actions",
                "\"elements\":[{\"type\":\"icon_button\",\"icon\":\"trash\",\"text\":" + plain(1) + more + "}]");
    }

    private static String feedback(int text, int value) {
        String button = "{\"text\":" + plain(text) + ",\"value\":" + text(value) + "}";
        return block(
                "context_actions",
                "\"elements\":[{\"type\":\"feedback_buttons\",\"positive_button\":" + button + ",\"negative_button\":"
                        + button + "}]");
    }

    private static String video(int title, int author) {
        return block(
                "video",
                "\"video_url\":\"https://example.com/v\",\"thumbnail_url\":\"https://example.com/t\",\"alt_text\":\"v\",\"title\":"
                        + plain(title) + ",\"author_name\":" + text(author));
    }

    private static String container(String title, String children) {
        return block("container", "\"title\":" + title + ",\"child_blocks\":[" + children + "]");
    }

    private static String dataTable(String rows, int page) {
        return block("data_table", "\"caption\":\"Devices\",\"page_size\":" + page + ",\"rows\":" + rows);
    }

    private static Arguments limitCase(String what, int max, IntFunction<String> block) {
        return Arguments.of(what, max, block);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                limitCase("section text", 3_000, n -> block("section", "\"text\":" + plain(n))),
                limitCase("section field", 2_000, n -> block("section", "\"fields\":[" + plain(n) + "]")),
                limitCase("header", 150, n -> block("header", "\"text\":" + plain(n))),
                limitCase("block_id", 255, n -> block("divider", "\"block_id\":" + text(n))),
                limitCase("action_id", 255, n -> button(",\"action_id\":" + text(n))),
                limitCase("button text", 75, n -> actions("{\"type\":\"button\",\"text\":" + plain(n) + "}")),
                limitCase("button value", 2_000, n -> button(",\"value\":" + text(n))),
                limitCase("button url", 3_000, n -> button(",\"url\":" + text(n))),
                limitCase("accessibility_label", 75, n -> button(",\"accessibility_label\":" + text(n))),
                limitCase("confirm title", 100, n -> confirm(n, 1, 1)),
                limitCase("confirm text", 300, n -> confirm(1, n, 1)),
                limitCase("confirm button", 30, n -> confirm(1, 1, n)),
                limitCase(
                        "option text",
                        75,
                        n -> choice("static_select", "\"options\":[" + option(n, "\"v\"", "") + "]")),
                limitCase(
                        "option value",
                        150,
                        n -> choice("static_select", "\"options\":[" + option(1, text(n), "") + "]")),
                limitCase(
                        "option description",
                        75,
                        n -> choice(
                                "radio_buttons",
                                "\"options\":[" + option(1, "\"v\"", ",\"description\":" + plain(n)) + "]")),
                limitCase("placeholder", 150, n -> choice("users_select", "\"placeholder\":" + plain(n))),
                limitCase("alt_text", 2_000, n -> image(n, 1)),
                limitCase("image title", 2_000, n -> image(1, n)),
                limitCase("markdown", 12_000, n -> block("markdown", "\"text\":" + text(n))),
                limitCase("card title", 150, n -> block("card", "\"title\":" + plain(n))),
                limitCase("container title", 150, n -> container(plain(n), DIVIDER)),
                limitCase("container subtitle", 150, n -> container(plain(1) + ",\"subtitle\":" + plain(n), DIVIDER)),
                limitCase(
                        "card subtitle",
                        150,
                        n -> block("card", "\"title\":" + plain(1) + ",\"subtitle\":" + plain(n))),
                limitCase("context text", 3_000, n -> block("context", "\"elements\":[" + plain(n) + "]")),
                limitCase(
                        "deny button",
                        30,
                        n -> button(",\"confirm\":{\"title\":" + plain(1) + ",\"text\":" + plain(1) + ",\"confirm\":"
                                + plain(1) + ",\"deny\":" + plain(n) + "}")),
                limitCase(
                        "label of an option group",
                        75,
                        n -> choice(
                                "static_select",
                                "\"option_groups\":[{\"label\":" + plain(n) + ",\"options\":[" + OPTION + "]}]")),
                limitCase(
                        "option url",
                        3_000,
                        n -> choice("overflow", "\"options\":[" + option(1, "\"v\"", ",\"url\":" + text(n)) + "]")),
                limitCase("image_url", 3_000, n -> block("image", "\"alt_text\":\"x\",\"image_url\":" + text(n))),
                limitCase("icon button label", 75, n -> iconButton(",\"accessibility_label\":" + text(n))),
                limitCase("icon button value", 2_000, n -> iconButton(",\"value\":" + text(n))),
                limitCase("feedback button text", 75, n -> feedback(n, 1)),
                limitCase("feedback button value", 2_000, n -> feedback(1, n)),
                limitCase("video title", 199, n -> video(n, 1)),
                limitCase("video author", 49, n -> video(1, n)),
                limitCase("card body", 200, n -> block("card", "\"body\":" + plain(n))));
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                limitCase("section fields", 10, n -> block("section", "\"fields\":" + repeated(n, plain(1)))),
                limitCase("context elements", 10, n -> block("context", "\"elements\":" + repeated(n, plain(1)))),
                limitCase(
                        "actions elements",
                        25,
                        n -> block("actions", "\"elements\":" + repeated(n, "{\"type\":\"users_select\"}"))),
                limitCase("options", 100, n -> choice("static_select", "\"options\":" + repeated(n, OPTION))),
                limitCase(
                        "option groups",
                        100,
                        n -> choice("static_select", "\"option_groups\":" + repeated(n, group(1)))),
                limitCase(
                        "options of a group",
                        100,
                        n -> choice("static_select", "\"option_groups\":[" + group(n) + "]")),
                limitCase(
                        "context actions",
                        5,
                        n -> block(
                                "context_actions",
                                "\"elements\":"
                                        + repeated(
                                                n,
                                                "{\"type\":\"icon_button\",\"icon\":\"trash\",\"text\":" + plain(1)
                                                        + "}"))),
                limitCase("overflow", 5, n -> choice("overflow", "\"options\":" + repeated(n, OPTION))),
                limitCase("checkboxes", 10, n -> choice("checkboxes", "\"options\":" + repeated(n, OPTION))),
                limitCase("radio buttons", 10, n -> choice("radio_buttons", "\"options\":" + repeated(n, OPTION))),
                limitCase("table rows", 100, n -> block("table", "\"rows\":" + repeated(n, "[" + CELL + "]"))),
                limitCase("table cells", 20, n -> block("table", "\"rows\":[" + repeated(n, CELL) + "]")),
                limitCase(
                        "container blocks",
                        10,
                        n -> container(plain(1), repeated(n, DIVIDER).replaceAll("^.|.$", ""))),
                limitCase("data table rows", 201, n -> dataTable(repeated(n, "[" + CELL + "]"), 5)),
                limitCase(
                        "data table columns",
                        20,
                        n -> dataTable("[" + repeated(n, CELL) + "," + repeated(n, CELL) + "]", 5)),
                limitCase("data table page", 100, n -> dataTable(repeated(2, "[" + CELL + "]"), n)),
                limitCase(
                        "column settings",
                        20,
                        n -> block(
                                "table",
                                "\"rows\":[[" + CELL + "]],\"column_settings\":"
                                        + repeated(n, "{\"align\":\"left\"}"))),
                limitCase(
                        "carousel",
                        10,
                        n -> block(
                                "carousel",
                                "\"elements\":" + repeated(n, "{\"type\":\"card\",\"title\":" + plain(1) + "}"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"texts", "counts"})
    void the_limit_is_accepted_and_one_more_is_refused(String what, int max, IntFunction<String> block) {
        assertThat(validationError(block.apply(max))).as(what).isEmpty();
        assertThat(validationError(block.apply(max + 1))).as(what).isEqualTo("invalid_blocks");
    }

    static Stream<Arguments> lower() {
        return Stream.of(
                limitCase("data table rows", 2, n -> dataTable(repeated(n, "[" + CELL + "]"), 5)),
                limitCase("data table page", 1, n -> dataTable(repeated(2, "[" + CELL + "]"), n)),
                limitCase("carousel", 1, n -> block("carousel", "\"elements\":" + repeated(n, card()))),
                limitCase("container blocks", 1, n -> container(plain(1), n == 0 ? "" : DIVIDER)),
                limitCase("section text", 1, n -> block("section", "\"text\":" + plain(n))),
                limitCase("table rows", 1, n -> block("table", "\"rows\":" + repeated(n, "[" + CELL + "]"))),
                limitCase(
                        "actions",
                        1,
                        n -> block("actions", "\"elements\":" + repeated(n, "{\"type\":\"users_select\"}"))),
                limitCase("options", 1, n -> choice("static_select", "\"options\":" + repeated(n, OPTION))),
                limitCase("plan", 1, n -> block("plan", "\"title\":\"x\",\"tasks\":" + repeated(n, TASK))));
    }

    private static String card() {
        return "{\"type\":\"card\",\"title\":" + plain(1) + "}";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("lower")
    void the_least_is_accepted_and_one_less_is_refused(String what, int min, IntFunction<String> block) {
        assertThat(validationError(block.apply(min))).as(what).isEmpty();
        assertThat(validationError(block.apply(min - 1))).as(what).isEqualTo("invalid_blocks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"alert\",\"text\":{\"type\":\"plain_text\",\"text\":\"x\"}}",
                "{\"type\":\"container\",\"child_blocks\":[{\"type\":\"divider\"}]}",
                "{\"type\":\"container\",\"title\":{\"type\":\"plain_text\",\"text\":\"x\"},\"child_blocks\":[]}",
                "{\"type\":\"container\",\"title\":{\"type\":\"plain_text\",\"text\":\"x\"},\"default_collapsed\":true,\"child_blocks\":[{\"type\":\"divider\"}]}",
                "{\"type\":\"container\",\"title\":{\"type\":\"plain_text\",\"text\":\"x\"},\"child_blocks\":[{\"type\":\"markdown\",\"text\":\"x\"}]}",
                "{\"type\":\"data_table\",\"caption\":\"c\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"x\"}]]}",
                "{\"type\":\"data_table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"x\"}],[{\"type\":\"raw_text\",\"text\":\"x\"}]]}",
                "{\"type\":\"data_table\",\"caption\":\"c\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"x\"}],[]]}",
                "{\"type\":\"plan\",\"tasks\":[]}",
                "{\"type\":\"task_card\",\"task_id\":\"1\",\"title\":\"x\",\"status\":\"done\"}",
                "{\"type\":\"task_card\",\"task_id\":\"1\",\"title\":\"x\"}",
                "{\"type\":\"carousel\",\"elements\":[{\"type\":\"divider\"}]}",
                "{\"type\":\"table\",\"rows\":[[{\"type\":\"mrkdwn\",\"text\":\"x\"}]]}"
            })
    void what_a_recent_block_does_not_allow_in_a_message_is_refused(String block) {
        assertThat(validationError(block)).isEqualTo("invalid_blocks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"plan\",\"title\":\"Rescue\",\"tasks\":[{\"type\":\"task_card\",\"task_id\":\"1\",\"title\":\"boot\",\"status\":\"in_progress\"}]}",
                "{\"type\":\"container\",\"title\":{\"type\":\"plain_text\",\"text\":\"x\"},\"is_collapsible\":true,\"default_collapsed\":true,\"child_blocks\":[{\"type\":\"divider\"}]}"
            })
    void what_a_recent_block_allows_is_accepted(String block) {
        assertThat(validationError(block)).isEmpty();
    }

    @Test
    void blocks_of_attachments_are_checked_too() {
        String wrong = "[{\"blocks\":[{\"type\":\"header\",\"text\":" + plain(151) + "}]}]";

        assertThat(callExpectingError(
                        "chat.postMessage", "channel", INCIDENT_CHANNEL, "text", "x", "attachments", wrong))
                .isEqualTo("invalid_blocks");
        assertThat(callExpectingError(
                        "chat.postMessage",
                        "channel",
                        INCIDENT_CHANNEL,
                        "text",
                        "x",
                        "attachments",
                        repeated(101, "{\"text\":\"x\"}")))
                .isEqualTo("too_many_attachments");
        assertThat(callExpectingError(
                        "chat.postMessage",
                        "channel",
                        INCIDENT_CHANNEL,
                        "text",
                        "x",
                        "attachments",
                        repeated(100, "{\"text\":\"x\"}")))
                .isEmpty();
    }

    private String validationError(String block) {
        return callExpectingError("blocks.validate", "blocks", "[" + block + "]");
    }
}
