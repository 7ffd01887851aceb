package dev.lifeline.message.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message, independent of how it is rendered.
 *
 * @param title the first line
 * @param withHeader whether the title is rendered as a header
 * @param notification what notifications show first, and screen readers read first; empty where that is the title
 */
public record Message(TextLine title, boolean withHeader, List<MessageBlock> blocks, Optional<TextLine> notification) {

    public Message {
        blocks = List.copyOf(blocks);
    }

    /** A message of which notifications show the title. */
    public Message(TextLine title, boolean withHeader, List<MessageBlock> blocks) {
        this(title, withHeader, blocks, Optional.empty());
    }

    /** A message of one line. */
    public static Message of(TextLine textLine) {
        return new Message(textLine, false, List.of());
    }

    /** A message with a header. */
    public static Message withHeader(TextLine title, List<MessageBlock> blocks) {
        return new Message(title, true, blocks);
    }

    /** This message with one more block at its end. */
    public Message withBlock(MessageBlock messageBlock) {
        return new Message(
                title,
                withHeader,
                Stream.concat(blocks.stream(), Stream.of(messageBlock)).toList(),
                notification);
    }

    /** This message without the buttons of an action in its rows of buttons. */
    public Message without(Action action) {
        return new Message(
                title,
                withHeader,
                blocks.stream()
                        .flatMap(block ->
                                block instanceof MessageBlock.Buttons row ? row.without(action) : Stream.of(block))
                        .toList(),
                notification);
    }

    /** This message, of which notifications show another line first. */
    public Message withNotification(TextLine line) {
        return new Message(title, withHeader, blocks, Optional.of(line));
    }

    /** The text without formatting, a line for each title, paragraph, bullet and field. */
    public String plainText() {
        return Stream.concat(Stream.of(title.plainText()), blocks.stream().flatMap(Message::plainText))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> plainText(MessageBlock messageBlock) {
        if (messageBlock instanceof MessageBlock.Paragraph paragraph)
            return Stream.of(paragraph.textLine().plainText());
        if (messageBlock instanceof MessageBlock.Context context)
            return Stream.of(context.textLine().plainText());
        if (messageBlock instanceof MessageBlock.BulletList bulletList)
            return bulletList.textLines().stream().map(textLine -> "• " + textLine.plainText());
        if (messageBlock instanceof MessageBlock.Fields fields)
            return fields.fields().stream()
                    .map(field -> field.label() + ": " + field.value().plainText());
        if (messageBlock instanceof MessageBlock.Steps steps)
            return steps.steps().stream().flatMap(Message::plainText);
        if (messageBlock instanceof MessageBlock.Row row)
            return Stream.of(row.textLine().plainText());
        if (messageBlock instanceof MessageBlock.Preformatted preformatted) return Stream.of(preformatted.text());
        return Stream.empty();
    }

    private static Stream<String> plainText(MessageBlock.Step step) {
        return Stream.concat(Stream.of(step.text()), step.detail().map(TextLine::plainText).stream());
    }
}
