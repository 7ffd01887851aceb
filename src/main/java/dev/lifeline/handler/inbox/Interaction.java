package dev.lifeline.handler.inbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.rescue.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a user did in Slack: typed a slash command, clicked a button or submitted a form.
 *
 * @param id derived from the delivery: a repeated delivery has the same id
 * @param channel the channel in which the user acted
 * @param thread the thread in which the user acted, by the time stamp of the message that it belongs to
 * @param responseUrl the URL that Slack gave for ephemeral answers, for a short time
 * @param actedAt when the user acted, by Slack's clock; empty where Slack does not tell
 */
public record Interaction(
        String id,
        SlackUserId user,
        ChannelId channel,
        Optional<String> thread,
        Payload payload,
        Optional<String> responseUrl,
        Instant receivedAt,
        Optional<Instant> actedAt) {

    /**
     * Slack repeats an event after a failure at once, after one and after five minutes; what comes later was kept somewhere
     * (src/docs/platform/slack.md, section Times).
     */
    public static final Duration MAX_DELIVERY_DELAY = Duration.ofMinutes(10);

    /** Of which Slack does not tell when the user acted. */
    public Interaction(
            String id,
            SlackUserId user,
            ChannelId channel,
            Optional<String> thread,
            Payload payload,
            Optional<String> responseUrl,
            Instant receivedAt) {
        this(id, user, channel, thread, payload, responseUrl, receivedAt, Optional.empty());
    }

    /** Outside of threads. */
    public Interaction(
            String id,
            SlackUserId user,
            ChannelId channel,
            Payload payload,
            Optional<String> responseUrl,
            Instant receivedAt) {
        this(id, user, channel, Optional.empty(), payload, responseUrl, receivedAt);
    }

    /** Maximum length of the value of a button (https://docs.slack.dev/reference/block-kit/block-elements/button-element). */
    private static final int MAX_VALUE_CHARS = 2_000;

    private static final String RESUMED_SUFFIX = "-resumed";

    /** Above the number of inputs in any form of the bot. */
    private static final int MAX_FIELDS = 20;

    /** What the user did. */
    public sealed interface Payload {

        /** Typed the slash command; the text is in Slack's markup and truncated to {@link CommandText#MAX_CHARS}. */
        record SlashCommand(String text) implements Payload {
            public SlashCommand {
                text = CommandText.truncate(text);
            }
        }

        /**
         * Clicked a button.
         *
         * @param actionId the button's id, as Slack sent it
         * @param value what the button carried, which the client may have forged
         */
        record ButtonClick(String actionId, String value) implements Payload {
            public ButtonClick {
                requireBounded(actionId, value);
            }
        }

        /**
         * Clicked a button that is answered in a modal, which is open by now and says that it waits.
         *
         * @param modal empty where it could not be opened
         */
        record ButtonClickWithModal(String actionId, String value, Optional<ModalRef> modal) implements Payload {
            public ButtonClickWithModal {
                requireBounded(actionId, value);
            }
        }

        /**
         * Submitted the form of a button.
         *
         * @param actionId the button's id
         * @param value what the button carried, which the client may have forged
         * @param fieldValues what was filled in, by the name of the field, in Slack's markup and truncated
         */
        record ViewSubmission(String actionId, String value, Map<String, String> fieldValues) implements Payload {
            public ViewSubmission {
                requireBounded(actionId, value);
                if (fieldValues.size() > MAX_FIELDS) throw new IllegalArgumentException("too many fields");
                fieldValues = fieldValues.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, field -> CommandText.truncate(field.getValue())));
            }
        }
    }

    /** What is longer than Slack allows was not sent by a button of the bot. */
    private static void requireBounded(String actionId, String value) {
        if (actionId.length() > MAX_VALUE_CHARS || value.length() > MAX_VALUE_CHARS)
            throw new IllegalArgumentException("action id or value too long");
    }

    /** The same, to be handled once more: with another id, which is always the same one. */
    public Interaction resumed() {
        return new Interaction(id + RESUMED_SUFFIX, user, channel, thread, payload, responseUrl, receivedAt);
    }

    /** The id of the button; empty for a slash command. */
    public String actionId() {
        if (payload instanceof Payload.ButtonClick click) return click.actionId();
        if (payload instanceof Payload.ButtonClickWithModal click) return click.actionId();
        return payload instanceof Payload.ViewSubmission submission ? submission.actionId() : "";
    }

    /** The value of the button; empty for a slash command. */
    public String buttonValue() {
        if (payload instanceof Payload.ButtonClick click) return click.value();
        if (payload instanceof Payload.ButtonClickWithModal click) return click.value();
        return payload instanceof Payload.ViewSubmission submission ? submission.value() : "";
    }

    /** What was filled in, by the name of the field; empty for everything but a form. */
    public Map<String, String> fieldValues() {
        return payload instanceof Payload.ViewSubmission submission ? submission.fieldValues() : Map.of();
    }

    /** The modal that waits for the answer, where one was opened. */
    public Optional<ModalRef> modal() {
        return payload instanceof Payload.ButtonClickWithModal click ? click.modal() : Optional.empty();
    }

    /** The same in a thread of the channel, which is answered in. */
    public Interaction inThread(Optional<String> threadTs) {
        return new Interaction(id, user, channel, threadTs, payload, responseUrl, receivedAt, actedAt);
    }

    /** The same with the time at which the user acted. */
    public Interaction actedAt(Optional<Instant> time) {
        return new Interaction(id, user, channel, thread, payload, responseUrl, receivedAt, time);
    }

    /** Whether it arrived so long after the user acted that things may have changed meanwhile. */
    public boolean isLate() {
        return actedAt.filter(time -> receivedAt.isAfter(time.plus(MAX_DELIVERY_DELAY)))
                .isPresent();
    }

    /** The recipient of ephemeral answers. */
    public Recipient recipient() {
        return new Recipient(user, channel, thread, responseUrl);
    }
}
