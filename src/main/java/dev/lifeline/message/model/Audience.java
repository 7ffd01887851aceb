package dev.lifeline.message.model;

import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Fields;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageBlock.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who reads a message, and what of it they get. */
public enum Audience {
    /** Members of the workspace: everything. */
    WORKSPACE,
    /** Also people of other companies, in a channel that is shared with them: nothing that is {@link TextRun.Internal}. */
    OTHER_COMPANIES;

    /** The message as this audience reads it, without any mark of what is internal. */
    public Message select(Message message) {
        return new Message(
                line(message.title()),
                message.withHeader(),
                message.blocks().stream()
                        .flatMap(block -> block(block).stream())
                        .toList(),
                message.notification());
    }

    private Optional<MessageBlock> block(MessageBlock block) {
        if (block instanceof Fields fields) return fields(fields);
        if (block instanceof BulletList bulletList) return bulletList(bulletList);
        if (block instanceof Paragraph paragraph)
            return visible(paragraph.textLine()).map(Paragraph::new);
        if (block instanceof Context context) return visible(context.textLine()).map(Context::new);
        if (block instanceof Row row) return visible(row.textLine()).map(line -> new Row(line, row.button()));
        boolean literal = block instanceof MessageBlock.Preformatted;
        return literal && this == OTHER_COMPANIES ? Optional.empty() : Optional.of(block);
    }

    /** A field that others do not read is not there for them. */
    private Optional<MessageBlock> fields(Fields fields) {
        List<MessageBlock.Field> visible = fields.fields().stream()
                .filter(field -> this == WORKSPACE || !hasInternal(field.value()))
                .map(field -> new MessageBlock.Field(field.label(), line(field.value())))
                .toList();
        return visible.isEmpty() ? Optional.empty() : Optional.of(new Fields(visible));
    }

    private Optional<MessageBlock> bulletList(BulletList bulletList) {
        List<TextLine> visible = bulletList.textLines().stream()
                .flatMap(textLine -> visible(textLine).stream())
                .toList();
        return visible.isEmpty() ? Optional.empty() : Optional.of(new BulletList(visible));
    }

    /** The line; empty where nothing of it is for this audience. */
    private Optional<TextLine> visible(TextLine textLine) {
        return this == OTHER_COMPANIES && isInternal(textLine) ? Optional.empty() : Optional.of(line(textLine));
    }

    private TextLine line(TextLine textLine) {
        if (!hasInternal(textLine)) return textLine;
        if (this == OTHER_COMPANIES && isInternal(textLine))
            return new TextLine(
                    textLine.runs().stream().limit(1).map(this::textRun).toList());
        return new TextLine(textLine.runs().stream().map(this::textRun).toList());
    }

    private TextRun textRun(TextRun textRun) {
        if (!(textRun instanceof TextRun.Internal internal)) return textRun;
        return this == WORKSPACE ? internal.run() : new TextRun.Text(internal.instead());
    }

    /** Whether somebody else would read less of the message. */
    public static boolean hasInternal(Message message) {
        return !WORKSPACE.select(message).equals(OTHER_COMPANIES.select(message));
    }

    private static boolean hasInternal(TextLine textLine) {
        return textLine.runs().stream().anyMatch(TextRun.Internal.class::isInstance);
    }

    private static boolean isInternal(TextLine textLine) {
        Stream<TextRun> others = textLine.runs().stream()
                .filter(textRun -> !(textRun instanceof TextRun.Internal))
                .filter(textRun -> !TextLine.of(textRun).plainText().isBlank());
        return hasInternal(textLine) && others.findAny().isEmpty();
    }
}
