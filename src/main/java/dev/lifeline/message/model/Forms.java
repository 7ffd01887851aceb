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

    /**
     * A form whose reason has the hint of the policy and holds what was stated before.
     *
     * @param hint the policy's words for a reason that it takes
     */
    public Form withReason(Form form, Optional<String> stated, Optional<String> hint) {
        return form.withFields(form.fields().stream()
                .map(field -> field.name().equals(REASON_FIELD) ? withReason(field, stated, hint) : field)
                .toList());
    }

    private Field withReason(Field field, Optional<String> stated, Optional<String> hint) {
        return new Field(
                field.name(),
                field.label(),
                hint.map(words -> filled("form.reason.hint", "hint", words)).orElse(field.hint()),
                field.multiline(),
                field.maxChars(),
                field.required(),
                stated.orElse(""));
    }

    /** What is said at a reason that the policy does not take. */
    public String reasonError(Optional<String> hint) {
        return hint.map(words -> filled("form.error.reason.hint", "hint", words))
                .orElseGet(() -> catalog.text("form.error.reason"));
    }

    /** What is said at a device name that is not the one of the request. */
    public String deviceError() {
        return catalog.text("form.error.device");
    }

    /** What is said at a field that holds only blanks. */
    public String blankError() {
        return catalog.text("form.error.blank");
    }

    private String filled(String key, String name, String value) {
        return catalog.line(key, Map.of(name, new TextRun.UntrustedText(value))).plainText();
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
