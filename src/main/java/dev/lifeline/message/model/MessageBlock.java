package dev.lifeline.message.model;

import java.util.List;

/** What is one part of a message, from top to bottom? */
public sealed interface MessageBlock {

    /** A line in normal print. */
    record Paragraph(TextLine textLine) implements MessageBlock {}

    /** Several lines, each with a dot. */
    record BulletList(List<TextLine> textLines) implements MessageBlock {
        public BulletList {
            textLines = List.copyOf(textLines);
        }
    }

    /** Labelled facts, two in a row where there is room. */
    record Fields(List<Field> fields) implements MessageBlock {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** One labelled fact. The label is ours. */
    record Field(String label, TextLine value) {}

    /** A line in small print. */
    record Context(TextLine textLine) implements MessageBlock {}

    /** Several lines to be copied as they are, in print of one width; foreign text in them is not interpreted. */
    record Preformatted(String text) implements MessageBlock {}

    /** A link to something that the bot said elsewhere; the address is the platform's own. */
    record Permalink(String label, String url) implements MessageBlock {}

    /** Buttons, side by side. */
    record Buttons(List<Button> buttons) implements MessageBlock {
        public Buttons {
            buttons = List.copyOf(buttons);
        }
    }
}
