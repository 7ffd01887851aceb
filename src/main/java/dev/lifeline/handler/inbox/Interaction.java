package dev.lifeline.handler.inbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.rescue.ChannelId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What did a person do that wants an answer? On disk before the platform is told that it arrived (promise P2).
 *
 * @param id names the delivery: the same delivery twice has the same id
 * @param channel the channel it was done in
 * @param responseUrl where a private answer may be sent for a short while
 */
public record Interaction(
        String id,
        SlackUserId user,
        ChannelId channel,
        Payload payload,
        Optional<String> responseUrl,
        Instant receivedAt) {

    /** The longest text that is kept of what a person typed, in characters. */
    public static final int MAX_TEXT_CHARS = 3_000;

    /** What they did. */
    public sealed interface Payload {

        /** Typed the slash command. */
        record SlashCommand(String text) implements Payload {
            public SlashCommand {
                text = text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) : text;
            }
        }

        /**
         * Pressed a button.
         *
         * @param actionId the button's id, as the platform sent it
         * @param value the opaque id that the button carried
         */
        record ButtonClick(String actionId, String value) implements Payload {}

        /**
         * Pressed a button that is answered in a window of their own; it is open by now and says that it waits.
         *
         * @param modal empty where it could not be opened
         */
        record ButtonClickWithModal(String actionId, String value, Optional<ModalRef> modal) implements Payload {}

        /**
         * Filled in the form of a button and sent it.
         *
         * @param actionId the button's id
         * @param value the opaque id that the button carried
         * @param fieldValues what was filled in, by field
         */
        record ViewSubmission(String actionId, String value, Map<String, String> fieldValues) implements Payload {
            public ViewSubmission {
                fieldValues = Map.copyOf(fieldValues);
            }
        }
    }

    /** The id of the button that it comes from; empty for what was typed. */
    public String actionId() {
        if (payload instanceof Payload.ButtonClick buttonClick) return buttonClick.actionId();
        if (payload instanceof Payload.ButtonClickWithModal pressed) return pressed.actionId();
        return payload instanceof Payload.ViewSubmission form ? form.actionId() : "";
    }

    /** The opaque value that the button carried; empty for what was typed. */
    public String buttonValue() {
        if (payload instanceof Payload.ButtonClick click) return click.value();
        if (payload instanceof Payload.ButtonClickWithModal click) return click.value();
        return payload instanceof Payload.ViewSubmission submission ? submission.value() : "";
    }

    /** What was filled in, by the name of the field; empty for everything but a form. */
    public Map<String, String> fieldValues() {
        return payload instanceof Payload.ViewSubmission submission ? submission.fieldValues() : Map.of();
    }

    /** The window that waits for the answer, where one was opened. */
    public Optional<ModalRef> modal() {
        return payload instanceof Payload.ButtonClickWithModal pressed ? pressed.modal() : Optional.empty();
    }

    /** Whom a private answer goes to. */
    public Recipient recipient() {
        return new Recipient(user, channel, responseUrl);
    }
}
