package dev.lifeline.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rendering of messages as Block Kit, within Slack's limits. */
class BlockKitTest {

    private static final Instant MOMENT = Instant.parse("2026-11-22T04:00:00Z");
    private static final SlackUserId ASHA = new SlackUserId("U1ASHA");
    private static final TextLine QUESTION = TextLine.of(
            new TextRun.Text("Boot "),
            new TextRun.UntrustedText("web-07"),
            new TextRun.Text(" into the rescue kernel?"));

    @Test
    void a_title_above_the_rest_is_a_header() throws IOException {
        GoldenFiles.assertMatches(
                "header",
                render(Message.withHeader(
                        QUESTION, List.of(new MessageBlock.Paragraph(TextLine.ofText("It reboots."))))));
    }

    @Test
    void a_title_with_a_person_in_it_is_bold_text() throws IOException {
        TextLine title = TextLine.of(
                new TextRun.UserMention(ASHA), new TextRun.Text(" wants to rescue "), new TextRun.Code("web-07"));
        GoldenFiles.assertMatches("title-with-a-person", render(Message.withHeader(title, List.of())));
    }

    @Test
    void a_text_line_renders_every_kind_of_run() throws IOException {
        TextLine textLine = TextLine.of(
                new TextRun.Text("Device "),
                new TextRun.Bold("booting"),
                new TextRun.UntrustedText(" <!channel> *web-07* & co "),
                new TextRun.Code("ssh root@10.0.0.7"),
                new TextRun.UserMention(ASHA),
                new TextRun.Timestamp(MOMENT));
        GoldenFiles.assertMatches("line", render(Message.of(textLine)));
    }

    @Test
    void bullets_are_a_list() throws IOException {
        MessageBlock bullets =
                new MessageBlock.BulletList(List.of(TextLine.ofText("status"), TextLine.of(new TextRun.Code("list"))));
        GoldenFiles.assertMatches("bullets", render(Message.withHeader(TextLine.ofText("Help"), List.of(bullets))));
    }

    @Test
    void fields_are_labelled_lines() throws IOException {
        MessageBlock facts = new MessageBlock.Fields(List.of(
                new MessageBlock.Field("Device", TextLine.of(new TextRun.UntrustedText("web-07.example.com"))),
                new MessageBlock.Field("Address", TextLine.of(new TextRun.Code("10.0.0.7"))),
                new MessageBlock.Field("Asked by", TextLine.of(new TextRun.UserMention(ASHA)))));
        GoldenFiles.assertMatches("facts", render(Message.withHeader(TextLine.ofText("In rescue"), List.of(facts))));
    }

    @Test
    void a_note_is_small_print_with_people_and_moments_alive() throws IOException {
        TextLine note = TextLine.of(
                new TextRun.Text("Asked by "),
                new TextRun.UserMention(ASHA),
                new TextRun.Text(" until "),
                new TextRun.Timestamp(MOMENT),
                new TextRun.UntrustedText(" <!here> *x*"));
        GoldenFiles.assertMatches(
                "note",
                render(Message.withHeader(TextLine.ofText("Waiting"), List.of(new MessageBlock.Context(note)))));
    }

    @Test
    void choices_are_buttons_that_say_what_they_are_about() throws IOException {
        Button yes = Button.of(Action.CONFIRM, "Yes, boot into rescue", "abc12345", Style.DANGER)
                .withConfirmDialog(new Button.ConfirmDialog("Boot web-07?", "It goes offline.", "Boot", "Back"));
        Button no = Button.of(Action.CANCEL, "No, cancel", "abc12345", Style.DEFAULT);
        Button approve = Button.of(Action.APPROVE, "Approve", "abc12345", Style.PRIMARY);
        GoldenFiles.assertMatches(
                "choices",
                render(Message.withHeader(QUESTION, List.of(new MessageBlock.Buttons(List.of(yes, no, approve))))));
    }

    @Test
    void a_button_that_opens_a_form_says_so_by_its_action_id() {
        Button deny = Button.of(Action.DENY, "Deny", "abc12345", Style.DEFAULT).withForm();
        JsonNode blocks = render(Message.withHeader(QUESTION, List.of(new MessageBlock.Buttons(List.of(deny)))))
                .blocks();

        assertThat(blocks.findValuesAsText("action_id")).containsExactly("rescue.deny.form");
    }

    @Test
    void a_link_to_elsewhere_is_a_link() throws IOException {
        MessageBlock link =
                new MessageBlock.Permalink("Open the card", "https://example.slack.com/archives/C1/p1700000000000100");
        GoldenFiles.assertMatches(
                "elsewhere", render(Message.of(TextLine.ofText("Please look.")).withBlock(link)));
    }

    @Test
    void what_is_rare_is_an_option_of_the_menu_that_names_its_button() {
        Button approve = Button.of(Action.APPROVE, "Approve", "abc12345", Style.PRIMARY);
        Button deny = Button.of(Action.DENY, "Deny", "abc12345", Style.DEFAULT).withForm();
        MessageBlock row =
                new MessageBlock.Buttons(List.of(approve), Optional.of(new MessageBlock.Menu(List.of(deny))));
        JsonNode menu =
                render(Message.withHeader(QUESTION, List.of(row))).blocks().at("/1/elements/1");

        assertThat(menu.path("type").asText()).isEqualTo("overflow");
        assertThat(menu.at("/options/0/text/text").asText()).isEqualTo("Deny");
        assertThat(OverflowMenu.parse(menu.at("/options/0/value").asText()))
                .contains(new OverflowMenu.Choice("rescue.deny.form", "abc12345"));
        assertThat(OverflowMenu.parse("")).isEmpty();
        assertThat(OverflowMenu.parse(" rescue.deny")).isEmpty();
    }

    @Test
    void the_same_action_twice_takes_two_rows() {
        Button end = Button.of(Action.EXIT, "End rescue", "abc12345", Style.DEFAULT);
        JsonNode blocks = render(Message.withHeader(QUESTION, List.of(new MessageBlock.Buttons(List.of(end, end)))))
                .blocks();

        assertThat(blocks).hasSize(3);
    }

    @Test
    void every_version_has_block_ids_of_its_own() {
        Message message = Message.withHeader(QUESTION, List.of(new MessageBlock.Context(TextLine.ofText("x"))));
        List<String> ids = Stream.of("1", "2")
                .flatMap(version -> BlockKit.render(message, version).blocks().findValuesAsText("block_id").stream())
                .toList();

        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void trap_16_nothing_foreign_is_ever_mrkdwn() {
        String hostile = "<!channel> <@U1> <http://evil|Login> *bold* `code` :smile: &";
        Message message = messageWithEveryPart(hostile);

        JsonNode blocks = render(message).blocks();

        assertThat(mrkdwnTexts(blocks)).allMatch(text -> text.matches("<@U1ASHA>|<!date\\^[^<>]*>"));
        assertThat(blocks.findValues("emoji")).allMatch(emoji -> !emoji.asBoolean());
        assertThat(render(message).text().replaceAll("<@U1ASHA>|<!date\\^[^<>]*>", ""))
                .doesNotContain("<", ">")
                .contains("&lt;!channel&gt;");
    }

    @Test
    void parts_with_nothing_in_them_are_left_out() {
        Message message = Message.withHeader(
                TextLine.ofText("Title"),
                List.of(
                        new MessageBlock.Paragraph(TextLine.ofText("")),
                        new MessageBlock.Paragraph(TextLine.of()),
                        new MessageBlock.BulletList(List.of()),
                        new MessageBlock.BulletList(List.of(TextLine.ofText(""), TextLine.ofText("one"))),
                        new MessageBlock.Fields(List.of()),
                        new MessageBlock.Context(TextLine.ofText(" ")),
                        new MessageBlock.Buttons(List.of())));

        assertThat(render(message).blocks()).hasSize(2);
        assertThat(limitViolations(render(message))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 74, 75, 76, 150, 151, 3_000, 3_001, 20_000})
    void no_message_is_too_much(int length) {
        assertThat(limitViolations(render(messageWithEveryPart("é".repeat(length)))))
                .isEmpty();
        assertThat(limitViolations(render(messageWithEveryPart("\uD83D\uDE80".repeat(length)))))
                .isEmpty();
        assertThat(limitViolations(render(messageWithEveryPart("<&>".repeat(length / 3)))))
                .isEmpty();
    }

    @Test
    void where_there_are_too_many_parts_the_buttons_stay() {
        List<MessageBlock> messageBlocks =
                new ArrayList<>(Collections.nCopies(80, new MessageBlock.Paragraph(TextLine.ofText("x"))));
        messageBlocks.add(
                new MessageBlock.Buttons(List.of(Button.of(Action.EXIT, "End rescue", "abc12345", Style.DEFAULT))));

        JsonNode blocks = render(Message.withHeader(QUESTION, messageBlocks)).blocks();

        assertThat(blocks).hasSize(50);
        assertThat(blocks.get(49).path("type").asText()).isEqualTo("actions");
    }

    @Test
    void a_subject_is_never_cut() {
        Button button = Button.of(Action.EXIT, "End rescue", "x".repeat(2_001), Style.DEFAULT);
        Message message = Message.withHeader(QUESTION, List.of(new MessageBlock.Buttons(List.of(button))));

        assertThatThrownBy(() -> render(message)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BlockKit.RenderedMessage render(Message message) {
        return BlockKit.render(message, "outbox-message-7");
    }

    private static Message messageWithEveryPart(String text) {
        TextLine textLine = TextLine.of(
                new TextRun.UntrustedText(text),
                new TextRun.Text("w"),
                new TextRun.Code(text),
                new TextRun.UserMention(ASHA),
                new TextRun.Timestamp(MOMENT));
        Button.ConfirmDialog confirmDialog = new Button.ConfirmDialog(text, text, text, text);
        Button button = Button.of(Action.EXIT, text, "abc12345", Style.DANGER).withConfirmDialog(confirmDialog);
        List<MessageBlock> messageBlocks = List.of(
                new MessageBlock.Paragraph(textLine),
                new MessageBlock.BulletList(List.of(textLine, textLine)),
                new MessageBlock.Fields(List.of(new MessageBlock.Field("Label", textLine))),
                new MessageBlock.Context(textLine),
                new MessageBlock.Context(TextLine.of(
                        Collections.nCopies(11, new TextRun.UserMention(ASHA)).toArray(TextRun[]::new))),
                new MessageBlock.Buttons(Collections.nCopies(3, button)));
        return Message.withHeader(TextLine.of(new TextRun.UntrustedText(text)), messageBlocks);
    }

    private static List<String> mrkdwnTexts(JsonNode blocks) {
        return blocks.findParents("text").stream()
                .filter(text -> text.path("type").asText().equals("mrkdwn"))
                .map(text -> text.path("text").asText())
                .toList();
    }

    /** Violations of Slack's limits (src/docs/platform/slack.md, section Sizes); written independently of the code under test. */
    private static List<String> limitViolations(BlockKit.RenderedMessage message) {
        List<String> violations = new ArrayList<>();
        if (message.text().codePointCount(0, message.text().length()) > 4_000) violations.add("text");
        if (message.blocks().size() > 50 || message.blocks().isEmpty()) violations.add("blocks");
        if (new HashSet<>(message.blocks().findValuesAsText("block_id")).size()
                < message.blocks().size()) violations.add("ids");
        int total = 0;
        for (JsonNode element : message.blocks().findParents("text")) {
            String text = element.path("text").asText();
            total += element.path("text").isTextual() ? text.length() / 2 : 0;
            if (element.path("text").isTextual() && text.isEmpty()) violations.add("empty " + element);
        }
        if (total > 13_000) violations.add("all " + total);
        message.blocks().forEach(block -> checkBlock(block, violations));
        return violations;
    }

    private static void checkBlock(JsonNode block, List<String> violations) {
        switch (block.path("type").asText()) {
            case "header" -> checkLength(block.path("text"), 150, violations);
            case "context" -> {
                if (block.path("elements").size() > 10 || block.path("elements").isEmpty()) violations.add("context");
            }
            case "actions" -> {
                if (block.path("elements").size() > 25) violations.add("actions");
                block.path("elements").forEach(button -> checkButton(button, violations));
            }
            default -> {
                if (block.path("elements").isEmpty()) violations.add("empty " + block);
            }
        }
    }

    private static void checkButton(JsonNode button, List<String> violations) {
        checkLength(button.path("text"), 75, violations);
        if (codePoints(button.path("accessibility_label").asText()) > 75) violations.add("label");
        checkLength(button.path("confirm").path("title"), 100, violations);
        checkLength(button.path("confirm").path("text"), 300, violations);
        checkLength(button.path("confirm").path("confirm"), 30, violations);
        checkLength(button.path("confirm").path("deny"), 30, violations);
    }

    private static void checkLength(JsonNode text, int maximum, List<String> violations) {
        if (codePoints(text.path("text").asText()) > maximum) violations.add("over " + maximum);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
