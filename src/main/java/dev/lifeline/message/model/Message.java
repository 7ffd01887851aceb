package dev.lifeline.message.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said, whatever it will look like?
 *
 * @param title the first line, and what a notification shows
 * @param withHeader whether the title is to stand above the rest as a heading
 */
public record Message(TextLine title, boolean withHeader, List<MessageBlock> blocks) {

    public Message {
        blocks = List.copyOf(blocks);
    }

    /** Only a line. */
    public static Message of(TextLine textLine) {
        return new Message(textLine, false, List.of());
    }

    /** A heading and what is below it. */
    public static Message withHeader(TextLine title, List<MessageBlock> blocks) {
        return new Message(title, true, blocks);
    }

    /** The same, with one part more at its end. */
    public Message withBlock(MessageBlock messageBlock) {
        return new Message(
                title,
                withHeader,
                Stream.concat(blocks.stream(), Stream.of(messageBlock)).toList());
    }

    /** The words without looks. */
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
        if (messageBlock instanceof MessageBlock.Preformatted preformatted) return Stream.of(preformatted.text());
        return Stream.empty();
    }
}
