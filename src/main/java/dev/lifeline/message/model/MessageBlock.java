package dev.lifeline.message.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A block of a message. */
public sealed interface MessageBlock {

    /** A line of text. */
    record Paragraph(TextLine textLine) implements MessageBlock {}

    /** A bulleted list. */
    record BulletList(List<TextLine> textLines) implements MessageBlock {
        public BulletList {
            textLines = List.copyOf(textLines);
        }
    }

    /** Labelled values, two in a row where there is room. */
    record Fields(List<Field> fields) implements MessageBlock {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** A labelled value; the label is from the message catalogue. */
    record Field(String label, TextLine value) {}

    /** A line in small print. */
    record Context(TextLine textLine) implements MessageBlock {}

    /** Lines in a monospaced font, to be copied literally; untrusted text in them is not interpreted. */
    record Preformatted(String text) implements MessageBlock {}

    /** A link to another message of the bot, with the permalink that Slack gave. */
    record Permalink(String label, String url) implements MessageBlock {}

    /**
     * A line of text with a button beside it.
     *
     * @param button empty for none
     */
    record Row(TextLine textLine, Optional<Button> button) implements MessageBlock {}

    /**
     * What happens, step by step. Its texts are from the message catalogue.
     *
     * @param title which step it is at
     */
    record Steps(String title, List<Step> steps) implements MessageBlock {
        public Steps {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) throw new IllegalArgumentException("no step");
        }
    }

    /**
     * One step.
     *
     * @param stateName the state in a word, because neither a colour nor a picture may say it alone
     * @param detail how far it is; empty for nothing to say
     */
    record Step(StepState state, String stateName, String name, Optional<TextLine> detail) {

        /** The step in one line, with its state. */
        public String text() {
            return stateName + ": " + name;
        }
    }

    /** How far a step is. */
    enum StepState {
        DONE,
        RUNNING,
        PENDING
    }

    /**
     * A row of buttons.
     *
     * @param menu what else can be done, behind the buttons
     */
    record Buttons(List<Button> buttons, Optional<Menu> menu) implements MessageBlock {
        public Buttons {
            buttons = List.copyOf(buttons);
        }

        /** Without a menu. */
        public Buttons(List<Button> buttons) {
            this(buttons, Optional.empty());
        }

        /** This row without the buttons of an action; empty where nothing is left of it. */
        Stream<MessageBlock> without(Action action) {
            List<Button> others =
                    buttons.stream().filter(button -> button.action() != action).toList();
            return others.isEmpty() && menu.isEmpty() ? Stream.empty() : Stream.of(new Buttons(others, menu));
        }

        /** Those of the row and those of the menu. */
        public List<Button> all() {
            return Stream.concat(buttons.stream(), menu.stream().flatMap(more -> more.choices().stream()))
                    .toList();
        }
    }

    /** Choices that are shown once it is opened. They have no dialog of their own: Slack has one for all of a menu. */
    record Menu(List<Button> choices) {
        public Menu {
            choices = List.copyOf(choices);
            if (choices.isEmpty()) throw new IllegalArgumentException("a menu without choices");
            if (choices.stream().anyMatch(choice -> choice.confirmDialog().isPresent()))
                throw new IllegalArgumentException("a dialog in a menu");
        }
    }
}
