package dev.lifeline.message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said, whatever it will look like?
 *
 * @param title the first line, and what a notification shows
 * @param headed whether the title is to stand above the rest as a heading
 */
public record Message(Line title, boolean headed, List<Part> parts) {

    public Message {
        parts = List.copyOf(parts);
    }

    /** Only a line. */
    public static Message saying(Line line) {
        return new Message(line, false, List.of());
    }

    /** A heading and what is below it. */
    public static Message headed(Line title, List<Part> parts) {
        return new Message(title, true, parts);
    }

    /** The same, with one part more at its end. */
    public Message with(Part part) {
        return new Message(
                title, headed, Stream.concat(parts.stream(), Stream.of(part)).toList());
    }

    /** The words without looks. */
    public String plain() {
        return Stream.concat(Stream.of(title.plain()), parts.stream().flatMap(Message::plain))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> plain(Part part) {
        if (part instanceof Part.Paragraph paragraph)
            return Stream.of(paragraph.line().plain());
        if (part instanceof Part.Note note) return Stream.of(note.line().plain());
        if (part instanceof Part.Bullets bullets)
            return bullets.lines().stream().map(line -> "• " + line.plain());
        if (part instanceof Part.Facts facts)
            return facts.facts().stream()
                    .map(fact -> fact.label() + ": " + fact.value().plain());
        if (part instanceof Part.Verbatim verbatim) return Stream.of(verbatim.text());
        return Stream.empty();
    }
}
