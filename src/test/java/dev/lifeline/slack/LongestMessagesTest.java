package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Action;
import dev.lifeline.message.Choice;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Forms;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Part;
import dev.lifeline.message.Phrasebook;
import dev.lifeline.message.Span;
import dev.lifeline.message.Voice;
import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the bot can say fits into Slack, at its longest: every phrase, each of its slots filled with far too much, in every part of a
 * message; and every form. Judged by the pretend Slack's own table of limits (slack.md 4.1), which shares nothing with the bot's.
 */
class LongestMessagesTest {

    private static final String FAR_TOO_MUCH = "<&>*é\uD83D\uDE80 ".repeat(450);
    private static final Pattern SLOT = Pattern.compile("\\{([a-z-]+)}");
    private static final Phrasebook ENGLISH = Phrasebook.in(Locale.ENGLISH);
    private static final Blocks SLACK = new Blocks();

    static Stream<String> phrases() {
        return ResourceBundle.getBundle("dev.lifeline.message.phrases").keySet().stream()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void every_phrase_fits_wherever_it_stands_and_whatever_fills_it(String phrase) {
        fits(phrase, Span.Foreign::new);
    }

    private static void fits(String phrase, Function<String, Span> slot) {
        Line line = filled(phrase, slot);
        Choice choice = Choice.of(Action.END, line.plain(), "abc12345", Weight.DANGER)
                .asking(new Choice.Question(line.plain(), line.plain(), line.plain(), line.plain()));
        Stream.of(
                        List.<Part>of(new Part.Paragraph(line)),
                        List.<Part>of(new Part.Bullets(Collections.nCopies(60, line))),
                        List.<Part>of(new Part.Facts(Collections.nCopies(8, new Part.Fact(line.plain(), line)))),
                        List.<Part>of(new Part.Note(line), new Part.Note(line)),
                        List.<Part>of(new Part.Choices(Collections.nCopies(3, choice))))
                .map(parts -> Message.headed(line, parts))
                .forEach(LongestMessagesTest::taken);
    }

    private static Line filled(String phrase, Function<String, Span> slot) {
        Matcher slots = SLOT.matcher(ENGLISH.words(phrase));
        Map<String, Span> filled = slots.results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> slot.apply(FAR_TOO_MUCH), (one, same) -> one));
        return ENGLISH.line(phrase, filled);
    }

    private static void taken(Message message) {
        BlockKit.Rendered rendered = BlockKit.render(message, "letter-9223372036854775807");
        assertThatCode(() -> SLACK.accept(rendered.blocks(), Surface.MESSAGE)).doesNotThrowAnyException();
        assertThat(rendered.text().codePointCount(0, rendered.text().length())).isLessThanOrEqualTo(4_000);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_form_of_a_button_fits(Action action) {
        Forms forms = Voice.in(Locale.ENGLISH).forms();
        FormOrigin origin = new FormOrigin("C0123456789", "https://hooks.slack.com/" + "x".repeat(2_900), "");
        forms.of(action, "s".repeat(60)).ifPresent(form -> opened(Modal.view(form, origin)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 253, 254, 40_000})
    void the_form_about_a_message_fits_whatever_the_message_says(int length) {
        String message = "web-" + "7".repeat(length) + " " + FAR_TOO_MUCH;
        FormOrigin origin = new FormOrigin("C0123456789", "https://hooks.slack.com/" + "x".repeat(2_990), "");
        opened(DeviceForm.view(Locale.ENGLISH, origin, message));
    }

    private static void opened(ObjectNode view) {
        assertThatCode(() -> SLACK.acceptView(view, Surface.MODAL)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_action_has_an_id_that_slack_takes(Action action) {
        assertThat(Arrays.asList(action.id())).allMatch(Limit.ACTION_ID::holds);
    }
}
