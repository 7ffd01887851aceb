package dev.lifeline.message;

import java.util.List;

/** What is one part of a message, from top to bottom? */
public sealed interface Part {

    /** A line in normal print. */
    record Paragraph(Line line) implements Part {}

    /** Several lines, each with a dot. */
    record Bullets(List<Line> lines) implements Part {
        public Bullets {
            lines = List.copyOf(lines);
        }
    }

    /** Labelled facts, two in a row where there is room. */
    record Facts(List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One labelled fact. The label is ours. */
    record Fact(String label, Line value) {}

    /** A line in small print. */
    record Note(Line line) implements Part {}

    /** Several lines to be copied as they are, in print of one width; foreign text in them is not interpreted. */
    record Verbatim(String text) implements Part {}

    /** A link to something that the bot said elsewhere; the address is the platform's own. */
    record Elsewhere(String words, String address) implements Part {}

    /** Buttons, side by side. */
    record Choices(List<Choice> choices) implements Part {
        public Choices {
            choices = List.copyOf(choices);
        }
    }
}
