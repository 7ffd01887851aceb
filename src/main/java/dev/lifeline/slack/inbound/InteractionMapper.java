package dev.lifeline.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.view.View;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.CommandText;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.modal.PrivateMetadata;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps Slack payloads to {@link Interaction}s. Decides nothing; of a payload only who, where and the opaque values are taken over. Text is
 * truncated and stored as it came: what it says is read once it is known that the user is served.
 * Thread-safe.
 *
 * @see DeliveryId
 */
public final class InteractionMapper {

    private final InstantSource clock;

    public InteractionMapper(InstantSource clock) {
        this.clock = clock;
    }

    Interaction fromSlashCommand(SlashCommandPayload command) {
        String text = CommandText.truncate(orEmpty(command.getText()));
        String id = DeliveryId.of("command", orEmpty(command.getTriggerId()), command.getUserId(), text);
        return interaction(
                id,
                command.getUserId(),
                command.getChannelId(),
                new Interaction.Payload.SlashCommand(text),
                command.getResponseUrl());
    }

    Interaction fromBlockAction(BlockActionPayload click) {
        BlockActionPayload.Action action = click.getActions().get(0);
        return fromBlockAction(
                click, new Interaction.Payload.ButtonClick(action.getActionId(), orEmpty(buttonValue(action))));
    }

    /**
     * A click on a button that opens a modal. Copies of a click are one interaction, with the modal of the first: a trigger opens only
     * one.
     */
    Interaction fromBlockAction(BlockActionPayload click, Optional<ModalRef> modalRef) {
        BlockActionPayload.Action action = click.getActions().get(0);
        return fromBlockAction(
                click,
                new Interaction.Payload.ButtonClickWithModal(
                        action.getActionId(), orEmpty(buttonValue(action)), modalRef));
    }

    private Interaction fromBlockAction(BlockActionPayload click, Interaction.Payload payload) {
        BlockActionPayload.Action action = click.getActions().get(0);
        String user = click.getUser().getId();
        String channel = channelId(click);
        String id = DeliveryId.of(
                "press",
                orEmpty(action.getActionTs()) + orEmpty(click.getTriggerId()),
                channel,
                messageTs(click),
                user,
                action.getActionId());
        return interaction(id, user, channel.isEmpty() ? user : channel, payload, click.getResponseUrl())
                .inThread(notEmpty(threadTs(click)))
                .actedAt(SlackTimestamp.parse(action.getActionTs()));
    }

    /** The thread that the message with the button is a reply in; empty for a message that began one. */
    private static String threadTs(BlockActionPayload click) {
        String thread =
                click.getContainer() == null ? "" : orEmpty(click.getContainer().getThreadTs());
        return thread.equals(messageTs(click)) ? "" : thread;
    }

    private static Optional<String> notEmpty(String text) {
        return Optional.of(text).filter(present -> !present.isEmpty());
    }

    /** The submission of a picker: one interaction, however often it is delivered. */
    Interaction fromPickerSubmission(PickerSubmission submission, Interaction.Payload request) {
        String user = submission.submission().getUser().getId();
        String id = DeliveryId.of(
                "submission", orEmpty(submission.submission().getView().getId()), user);
        return interaction(id, user, submission.channel(), request, submission.responseUrl())
                .inThread(notEmpty(submission.metadata().threadTs()));
    }

    /** The submission of a form that a button opened. */
    Interaction fromFormSubmission(ViewSubmissionPayload submission, PrivateMetadata metadata) {
        View view = submission.getView();
        String user = submission.getUser().getId();
        Map<String, String> values = new HashMap<>();
        view.getState()
                .getValues()
                .values()
                .forEach(block -> block.forEach((field, value) -> {
                    if (value.getValue() != null) values.put(field, value.getValue());
                }));
        Interaction.Payload payload =
                new Interaction.Payload.ViewSubmission(view.getCallbackId(), metadata.buttonValue(), values);
        String channel = metadata.channelId().isEmpty() ? user : metadata.channelId();
        return interaction(
                        DeliveryId.of("submission", orEmpty(view.getId()), user),
                        user,
                        channel,
                        payload,
                        metadata.responseUrl())
                .inThread(notEmpty(metadata.threadTs()));
    }

    /** Channel, response URL and value of the clicked button. */
    static PrivateMetadata privateMetadata(BlockActionPayload click) {
        return new PrivateMetadata(
                channelId(click),
                threadTs(click),
                orEmpty(click.getResponseUrl()),
                orEmpty(buttonValue(click.getActions().get(0))),
                Locale.ENGLISH);
    }

    /**
     * Identified by channel, time and what it says, not by event: one mention can arrive as several events
     * (https://github.com/slackapi/bolt-js/issues/2487), and as another one when its message is edited
     * (https://github.com/slackapi/java-slack-sdk/pull/755). A corrected command is a new interaction; an edit beside it is none.
     */
    Interaction fromMention(AppMentionEvent mention, String botUserId) {
        String text = CommandText.withoutMention(orEmpty(mention.getText()), botUserId);
        String id = DeliveryId.of(
                "mention", orEmpty(mention.getTs()), mention.getChannel(), mention.getUser(), text.strip());
        return interaction(
                        id, mention.getUser(), mention.getChannel(), new Interaction.Payload.SlashCommand(text), null)
                .inThread(Optional.ofNullable(mention.getThreadTs()))
                .actedAt(writtenAt(mention));
    }

    /** When the message got its text. */
    private static Optional<Instant> writtenAt(AppMentionEvent mention) {
        return SlackTimestamp.parse(
                mention.getEdited() == null || mention.getEdited().getTs() == null
                        ? mention.getTs()
                        : mention.getEdited().getTs());
    }

    private Interaction interaction(
            String id, String user, String channel, Interaction.Payload payload, @Nullable String responseUrl) {
        Optional<String> address = Optional.ofNullable(responseUrl).filter(url -> !url.isBlank());
        return new Interaction(id, new SlackUserId(user), new ChannelId(channel), payload, address, clock.instant());
    }

    private static String channelId(BlockActionPayload click) {
        if (click.getChannel() != null && click.getChannel().getId() != null)
            return click.getChannel().getId();
        return click.getContainer() == null ? "" : orEmpty(click.getContainer().getChannelId());
    }

    private static String messageTs(BlockActionPayload click) {
        return click.getContainer() == null ? "" : orEmpty(click.getContainer().getMessageTs());
    }

    private static @Nullable String buttonValue(BlockActionPayload.Action action) {
        boolean chosen = action.getValue() == null && action.getSelectedOption() != null;
        return chosen ? action.getSelectedOption().getValue() : action.getValue();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
