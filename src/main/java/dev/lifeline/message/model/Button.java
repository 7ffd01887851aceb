package dev.lifeline.message.model;

import java.util.Optional;

/**
 * A button of a message.
 *
 * @param label a verb, from the message catalogue
 * @param value the opaque id of what the button is about, and nothing else, because every client can read and forge it (promise P9)
 * @param confirmDialog shown by Slack before the click is sent
 * @param opensForm whether the click opens a form, whose submission counts
 */
public record Button(
        Action action,
        String label,
        String value,
        Style style,
        Optional<ConfirmDialog> confirmDialog,
        boolean opensForm) {

    /** The colour of a button. */
    public enum Style {
        DEFAULT,
        PRIMARY,
        DANGER
    }

    /** A dialog that Slack shows before it sends the click. */
    public record ConfirmDialog(String title, String text, String confirmLabel, String denyLabel) {}

    /** A button without dialog and form. */
    public static Button of(Action action, String label, String value, Style style) {
        return new Button(action, label, value, style, Optional.empty(), false);
    }

    /** This button with a dialog. */
    public Button withConfirmDialog(ConfirmDialog dialog) {
        return new Button(action, label, value, style, Optional.of(dialog), opensForm);
    }

    /** This button with a form. */
    public Button withForm() {
        return new Button(action, label, value, style, confirmDialog, true);
    }

    /** The {@code action_id}: that of the action, or that which opens its form. */
    public String actionId() {
        return opensForm ? action.formActionId() : action.id();
    }
}
