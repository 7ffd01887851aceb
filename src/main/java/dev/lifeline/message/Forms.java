package dev.lifeline.message;

import dev.lifeline.message.Form.Field;
import dev.lifeline.rescue.Confirmation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which form belongs to a button? Known from the button alone, since the platform gives three seconds to open it: nothing can be
 * looked up before.
 */
public final class Forms {

    /** The requester's reason, or the comment of whoever agrees or does not. */
    public static final String REASON = "reason";
    /** The device's name, typed by hand. */
    public static final String DEVICE = "device";

    private static final int LONGEST_NAME = 253;

    private static final Map<Action, String> PHRASES = new EnumMap<>(Map.of(
            Action.CONFIRM, "confirm",
            Action.CONFIRM_LINUX, "confirm",
            Action.CONFIRM_WINDOWS, "confirm",
            Action.APPROVE, "approve",
            Action.DENY, "deny",
            Action.BREAK_GLASS, "break-glass"));

    private final Phrasebook phrasebook;

    public Forms(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /** Whether the button of this id opens a form. */
    public static boolean opens(String buttonId) {
        return Action.withForm(buttonId).filter(PHRASES::containsKey).isPresent();
    }

    /** The form of an action; empty where it has none. */
    public Optional<Form> of(Action action, String subject) {
        return Optional.ofNullable(PHRASES.get(action)).map(phrase -> form(action, subject, "form." + phrase));
    }

    private Form form(Action action, String subject, String phrase) {
        return new Form(
                action,
                subject,
                phrasebook.line(phrase + ".title"),
                phrasebook.line(phrase + ".text"),
                fields(action, phrase),
                new Form.Wording(phrasebook.words(phrase + ".submit"), phrasebook.words("form.close")));
    }

    private List<Field> fields(Action action, String phrase) {
        Field reason = new Field(
                REASON,
                phrasebook.words(phrase + ".label"),
                phrasebook.words(phrase + ".hint"),
                true,
                Confirmation.LONGEST_REASON,
                true);
        return action == Action.BREAK_GLASS ? List.of(deviceName(), reason) : List.of(reason);
    }

    private Field deviceName() {
        return new Field(
                DEVICE,
                phrasebook.words("form.break-glass.device.label"),
                phrasebook.words("form.break-glass.device.hint"),
                false,
                LONGEST_NAME,
                true);
    }
}
