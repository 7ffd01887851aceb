package dev.lifeline.message.model;

import dev.lifeline.message.model.Form.Field;
import dev.lifeline.rescue.Confirmation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of the buttons. A form depends on the button alone, because a modal has to be opened within three seconds of the click
 * (src/docs/platform/slack.md, section Times): nothing can be looked up before.
 */
public final class Forms {

    /** The requester's reason, or the comment of an approver. */
    public static final String REASON_FIELD = "reason";
    /** The device's name, typed by hand. */
    public static final String DEVICE_FIELD = "device";

    private static final int MAX_DEVICE_NAME_CHARS = 253;

    private static final Map<Action, String> CATALOG_KEYS = new EnumMap<>(Map.of(
            Action.CONFIRM, "confirm",
            Action.CONFIRM_LINUX, "confirm",
            Action.CONFIRM_WINDOWS, "confirm",
            Action.APPROVE, "approve",
            Action.DENY, "deny",
            Action.BREAK_GLASS, "break-glass",
            Action.CLOSE_BY_HAND, "close-by-hand"));

    private final MessageCatalog catalog;

    /** The forms in the language of a locale; English where the catalogue lacks a phrase. */
    public static Forms in(Locale locale) {
        return new Forms(MessageCatalog.forLocale(locale));
    }

    private Forms(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the button of this id opens a form. */
    public static boolean opensForm(String buttonId) {
        return Action.fromFormActionId(buttonId)
                .filter(CATALOG_KEYS::containsKey)
                .isPresent();
    }

    /** The form of an action; empty where the action has none. */
    public Optional<Form> forAction(Action action, String subject) {
        return Optional.ofNullable(CATALOG_KEYS.get(action)).map(phrase -> form(action, subject, "form." + phrase));
    }

    private Form form(Action action, String subject, String phrase) {
        return new Form(
                action,
                subject,
                catalog.line(phrase + ".title"),
                catalog.line(phrase + ".text"),
                fields(action, phrase),
                new Form.ButtonLabels(catalog.text(phrase + ".submit"), catalog.text("form.close")));
    }

    private List<Field> fields(Action action, String phrase) {
        Field reason = new Field(
                REASON_FIELD,
                catalog.text(phrase + ".label"),
                catalog.text(phrase + ".hint"),
                true,
                Confirmation.MAX_REASON_CHARS,
                true);
        return action == Action.BREAK_GLASS ? List.of(deviceNameField(), reason) : List.of(reason);
    }

    private Field deviceNameField() {
        return new Field(
                DEVICE_FIELD,
                catalog.text("form.break-glass.device.label"),
                catalog.text("form.break-glass.device.hint"),
                false,
                MAX_DEVICE_NAME_CHARS,
                true);
    }
}
