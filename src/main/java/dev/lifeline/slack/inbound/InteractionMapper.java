package dev.lifeline.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.blockkit.CommandText;
import dev.lifeline.slack.modal.PrivateMetadata;
import dev.lifeline.slack.modal.ShortcutModal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked, by a payload of Slack's? Nothing is decided here, and nothing in it is believed but who and where. */
public final class InteractionMapper {

    private final InstantSource clock;

    public InteractionMapper(InstantSource clock) {
        this.clock = clock;
    }

    Interaction fromSlashCommand(SlashCommandPayload command) {
        String text = CommandText.toPlainText(orEmpty(command.getText()));
        String id = DeliveryId.of("command", orEmpty(command.getTriggerId()), command.getUserId(), text);
        return interaction(
                id,
                command.getUserId(),
                command.getChannelId(),
                new Interaction.Payload.SlashCommand(text),
                command.getResponseUrl());
    }

    Interaction fromBlockAction(BlockActionPayload press) {
        BlockActionPayload.Action action = press.getActions().get(0);
        return fromBlockAction(
                press, new Interaction.Payload.ButtonClick(action.getActionId(), orEmpty(buttonValue(action))));
    }

    /** The same press twice is one ask, with the window of the first: a trigger opens one only once. */
    Interaction fromBlockAction(BlockActionPayload press, Optional<ModalRef> modalRef) {
        BlockActionPayload.Action action = press.getActions().get(0);
        return fromBlockAction(
                press,
                new Interaction.Payload.ButtonClickWithModal(
                        action.getActionId(), orEmpty(buttonValue(action)), modalRef));
    }

    private Interaction fromBlockAction(BlockActionPayload press, Interaction.Payload payload) {
        BlockActionPayload.Action action = press.getActions().get(0);
        String user = press.getUser().getId();
        String channel = channelId(press);
        String id = DeliveryId.of(
                "press",
                orEmpty(action.getActionTs()) + orEmpty(press.getTriggerId()),
                channel,
                messageTs(press),
                user,
                action.getActionId());
        return interaction(id, user, channel.isEmpty() ? user : channel, payload, press.getResponseUrl());
    }

    /** A form is an ask once, however often it is submitted. The verb is ours, lest a device be taken for another one. */
    Interaction fromShortcutSubmission(ViewSubmissionPayload form, PrivateMetadata origin) {
        View view = form.getView();
        String user = form.getUser().getId();
        String device = Optional.ofNullable(view.getState().getValues().get(ShortcutModal.BLOCK_ID))
                .map(block -> block.get(ShortcutModal.ACTION_ID))
                .map(ViewState.Value::getValue)
                .orElseThrow();
        Interaction.Payload payload = new Interaction.Payload.SlashCommand("launch " + CommandText.toPlainText(device));
        String id = DeliveryId.of("submission", orEmpty(view.getId()), user);
        return interaction(
                id, user, origin.channelId().isEmpty() ? user : origin.channelId(), payload, origin.responseUrl());
    }

    /** What was filled in in the form of a button. */
    Interaction fromFormSubmission(ViewSubmissionPayload form, PrivateMetadata origin) {
        View view = form.getView();
        String user = form.getUser().getId();
        Map<String, String> values = new HashMap<>();
        view.getState()
                .getValues()
                .values()
                .forEach(block -> block.forEach((field, value) -> {
                    if (value.getValue() != null) values.put(field, CommandText.toPlainText(value.getValue()));
                }));
        Interaction.Payload payload =
                new Interaction.Payload.ViewSubmission(view.getCallbackId(), origin.buttonValue(), values);
        String place = origin.channelId().isEmpty() ? user : origin.channelId();
        return interaction(
                DeliveryId.of("submission", orEmpty(view.getId()), user), user, place, payload, origin.responseUrl());
    }

    /** Where a button was pressed, and on what. */
    static PrivateMetadata privateMetadata(BlockActionPayload press) {
        return new PrivateMetadata(
                channelId(press),
                orEmpty(press.getResponseUrl()),
                orEmpty(buttonValue(press.getActions().get(0))));
    }

    static PrivateMetadata privateMetadata(MessageShortcutPayload shortcut) {
        String channel = shortcut.getChannel() == null
                ? ""
                : orEmpty(shortcut.getChannel().getId());
        return new PrivateMetadata(channel, orEmpty(shortcut.getResponseUrl()), "");
    }

    static String messageText(MessageShortcutPayload shortcut) {
        return shortcut.getMessage() == null
                ? ""
                : orEmpty(shortcut.getMessage().getText());
    }

    /** By channel and time rather than by event: one mention can come as several events (slack.md 2.10, bolt-js#2487). */
    Interaction fromMention(AppMentionEvent mention, String botUserId) {
        String text = CommandText.withoutMention(orEmpty(mention.getText()), botUserId);
        String id = DeliveryId.of("mention", orEmpty(mention.getTs()), mention.getChannel(), mention.getUser());
        return interaction(
                id, mention.getUser(), mention.getChannel(), new Interaction.Payload.SlashCommand(text), null);
    }

    private Interaction interaction(
            String id, String user, String channel, Interaction.Payload payload, @Nullable String replyAddress) {
        Optional<String> address = Optional.ofNullable(replyAddress).filter(url -> !url.isBlank());
        return new Interaction(id, new SlackUserId(user), new ChannelId(channel), payload, address, clock.instant());
    }

    private static String channelId(BlockActionPayload press) {
        if (press.getChannel() != null && press.getChannel().getId() != null)
            return press.getChannel().getId();
        return press.getContainer() == null ? "" : orEmpty(press.getContainer().getChannelId());
    }

    private static String messageTs(BlockActionPayload press) {
        return press.getContainer() == null ? "" : orEmpty(press.getContainer().getMessageTs());
    }

    private static @Nullable String buttonValue(BlockActionPayload.Action action) {
        boolean chosen = action.getValue() == null && action.getSelectedOption() != null;
        return chosen ? action.getSelectedOption().getValue() : action.getValue();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
