package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits of blocks that stand in modals only (src/docs/platform/slack.md, section Sizes): the limit is accepted, one more is refused. */
class ModalLimitsTest extends FakeSlackTestBase {

    private static String plain(int length) {
        return "{\"type\":\"plain_text\",\"text\":" + text(length) + "}";
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String dividers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"type\":\"divider\"}").collect(Collectors.joining(","));
    }

    private static String block(String type, String more) {
        return "{\"type\":\"" + type + "\"," + more + "}";
    }

    private static Arguments limitCase(String what, int max, IntFunction<String> block) {
        return Arguments.of(what, max, block);
    }

    static Stream<Arguments> inModals() {
        return Stream.of(
                limitCase("alert", 200, n -> block("alert", "\"text\":" + plain(n))),
                limitCase(
                        "input label",
                        2_000,
                        n -> input("\"label\":" + plain(n) + ",\"element\":{\"type\":\"plain_text_input\"}")),
                limitCase(
                        "input hint",
                        2_000,
                        n -> input("\"label\":" + plain(1) + ",\"hint\":" + plain(n)
                                + ",\"element\":{\"type\":\"plain_text_input\"}")),
                limitCase("initial value", 3_000, n -> element("\"plain_text_input\",\"initial_value\":" + text(n))),
                limitCase("min_length", 3_000, n -> element("\"plain_text_input\",\"min_length\":" + n)),
                limitCase("max_length", 3_000, n -> element("\"plain_text_input\",\"max_length\":" + n)),
                limitCase("files", 10, n -> element("\"file_input\",\"max_files\":" + n)),
                limitCase("blocks of a view", 100, ModalLimitsTest::dividers));
    }

    private static String input(String fields) {
        return block("input", fields);
    }

    private static String element(String typeAndFields) {
        return input("\"label\":" + plain(1) + ",\"element\":{\"type\":" + typeAndFields + "}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("inModals")
    void a_limit_of_a_modal_is_accepted_and_one_more_is_refused(String what, int max, IntFunction<String> blocks) {
        assertThat(openingError(blocks.apply(max))).as(what).isEqualTo("invalid_trigger_id");
        assertThat(openingError(blocks.apply(max + 1))).as(what).isEqualTo("invalid_arguments");
    }

    private String openingError(String blocks) {
        String view = "{\"type\":\"modal\",\"title\":" + plain(24) + ",\"submit\":" + plain(24) + ",\"blocks\":["
                + blocks + "]}";
        return callExpectingError("views.open", "trigger_id", "1.2.3", "view", view);
    }

    @Test
    void a_view_of_250_kilobytes_is_accepted_and_one_byte_more_is_refused() {
        String accepted = viewOfBytes(250_000);

        assertThat(accepted.getBytes(StandardCharsets.UTF_8)).hasSize(250_000);
        assertThat(callExpectingError("views.open", "trigger_id", "1.2.3", "view", accepted))
                .isEqualTo("invalid_trigger_id");
        assertThat(callExpectingError("views.open", "trigger_id", "1.2.3", "view", viewOfBytes(250_001)))
                .isEqualTo("view_too_large");
    }

    /** Of sections as long as they may be, and one that fills the rest. */
    private static String viewOfBytes(int bytes) {
        String begin = "{\"type\":\"modal\",\"title\":" + plain(24) + ",\"blocks\":[";
        StringBuilder view = new StringBuilder(begin);
        int empty = section(0).length();
        while (bytes - view.length() - 2 > 2 * (empty + 3_000))
            view.append(section(3_000)).append(',');
        int rest = bytes - view.length() - 2 - 1 - 2 * empty;
        return view.append(section(rest / 2))
                .append(',')
                .append(section(rest - rest / 2))
                .append("]}")
                .toString();
    }

    private static String section(int length) {
        return block("section", "\"text\":" + plain(length));
    }
}
