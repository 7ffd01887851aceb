package dev.lifeline.message.model;

import java.util.Optional;

/**
 * What can be pressed?
 *
 * @param label a verb, in the phrasebook's words
 * @param value the opaque id of what it is about; never more than that, since every client can read it
 * @param confirmDialog asked again by Slack itself before the press counts
 * @param opensForm whether a form is filled in before the press counts
 */
public record Button(
        Action action,
        String label,
        String value,
        Style style,
        Optional<ConfirmDialog> confirmDialog,
        boolean opensForm) {

    /** How does it look? */
    public enum Style {
        DEFAULT,
        PRIMARY,
        DANGER
    }

    /** The question that is asked before a press counts. */
    public record ConfirmDialog(String title, String text, String confirmLabel, String denyLabel) {}

    public static Button of(Action action, String label, String value, Style style) {
        return new Button(action, label, value, style, Optional.empty(), false);
    }

    /** The same, asked again before it counts. */
    public Button withConfirmDialog(ConfirmDialog asked) {
        return new Button(action, label, value, style, Optional.of(asked), opensForm);
    }

    /** The same, with a form to fill in first. */
    public Button withForm() {
        return new Button(action, label, value, style, confirmDialog, true);
    }

    /** What the platform carries: of the action, or of its form. */
    public String actionId() {
        return opensForm ? action.formActionId() : action.id();
    }
}
