package dev.lifeline.message;

import static dev.lifeline.message.model.Audience.OTHER_COMPANIES;
import static dev.lifeline.message.model.Audience.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.Audience;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final TextRun ADDRESS = new TextRun.Code("10.0.0.7");
    private static final TextRun INTERNAL = new TextRun.Internal(ADDRESS, "(hidden)");
    private static final TextLine MIXED = TextLine.of(new TextRun.Text("up at "), INTERNAL, new TextRun.Text("."));

    private static Message message(TextRun run) {
        TextLine mixed = TextLine.of(new TextRun.Text("up at "), run, new TextRun.Text("."));
        TextLine alone = TextLine.of(run);
        return Message.withHeader(
                mixed,
                List.of(
                        new MessageBlock.Fields(List.of(
                                new MessageBlock.Field("Device", TextLine.ofText("web-07")),
                                new MessageBlock.Field("Address", alone))),
                        new MessageBlock.BulletList(List.of(mixed, alone)),
                        new MessageBlock.BulletList(List.of(alone)),
                        new MessageBlock.Paragraph(alone),
                        new MessageBlock.Context(mixed),
                        new MessageBlock.Row(mixed, Optional.empty()),
                        new MessageBlock.Buttons(List.of())));
    }

    @Test
    void the_workspace_reads_everything_and_no_mark() {
        assertThat(WORKSPACE.select(message(INTERNAL))).isEqualTo(message(ADDRESS));
    }

    @Test
    void P6_other_companies_read_neither_internal_fields_nor_lines_and_a_word_in_their_place_within_a_line() {
        TextLine hidden = TextLine.of(new TextRun.Text("up at "), new TextRun.Text("(hidden)"), new TextRun.Text("."));

        assertThat(OTHER_COMPANIES.select(message(INTERNAL)))
                .isEqualTo(Message.withHeader(
                        hidden,
                        List.of(
                                new MessageBlock.Fields(
                                        List.of(new MessageBlock.Field("Device", TextLine.ofText("web-07")))),
                                new MessageBlock.BulletList(List.of(hidden)),
                                new MessageBlock.Context(hidden),
                                new MessageBlock.Row(hidden, Optional.empty()),
                                new MessageBlock.Buttons(List.of()))));
    }

    @Test
    void a_title_is_never_left_out() {
        Message internal = Message.of(TextLine.of(INTERNAL, INTERNAL));

        assertThat(OTHER_COMPANIES.select(internal).plainText()).isEqualTo("(hidden)");
    }

    @Test
    void what_is_for_all_is_the_same_for_all() {
        assertThat(Audience.hasInternal(Message.of(TextLine.ofText("up")))).isFalse();
        assertThat(Audience.hasInternal(Message.of(MIXED))).isTrue();
    }
}
