package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.DevicePicker;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.MessageText;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.PickerModal;
import dev.lifeline.slack.modal.PrivateMetadata;
import dev.lifeline.slack.webapi.SlackCallException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the modal in which a device is chosen, answers what is typed into it, and stores what was chosen before it is acknowledged (promise
 * P2). Thread-safe.
 */
public final class PickerListeners {

    private static final Logger LOG = LoggerFactory.getLogger(PickerListeners.class);

    private final InboundStorage storage;
    private final InteractionMapper interactionMapper;
    private final ModalOpener modalOpener;
    private final DevicePicker devicePicker;
    private final Suggestions suggestions;

    public PickerListeners(
            InboundStorage storage,
            InteractionMapper interactionMapper,
            ModalOpener modalOpener,
            DevicePicker devicePicker,
            Suggestions suggestions) {
        this.storage = storage;
        this.interactionMapper = interactionMapper;
        this.modalOpener = modalOpener;
        this.devicePicker = devicePicker;
        this.suggestions = suggestions;
    }

    /** Where the modal does not open, the command is answered with help, so that it is answered at all. */
    void onCommand(SlashCommandPayload command) {
        try {
            open(
                    command.getTriggerId(),
                    new SlackUserId(command.getUserId()),
                    new PrivateMetadata(
                            InteractionMapper.orEmpty(command.getChannelId()),
                            InteractionMapper.orEmpty(command.getResponseUrl()),
                            ""),
                    List::of);
        } catch (SlackCallException e) {
            LOG.warn("Device picker not opened: {}", e.getMessage());
            storage.add(interactionMapper.fromSlashCommand(command));
        }
    }

    void onGlobalShortcut(GlobalShortcutPayload shortcut) {
        openAnywhere(shortcut.getTriggerId(), shortcut.getUser().getId());
    }

    /** A click on the Home tab, which belongs to no channel. */
    void onButton(BlockActionPayload click) {
        openAnywhere(click.getTriggerId(), click.getUser().getId());
    }

    private void openAnywhere(String triggerId, String user) {
        open(triggerId, new SlackUserId(user), new PrivateMetadata("", "", ""), List::of);
    }

    /** @param message as JSON, because the SDK drops the kinds of blocks that it has no class for */
    void onMessageShortcut(MessageShortcutPayload shortcut, JsonNode message) {
        String channel = shortcut.getChannel() == null
                ? ""
                : InteractionMapper.orEmpty(shortcut.getChannel().getId());
        PrivateMetadata metadata = new PrivateMetadata(
                channel, threadTs(message), InteractionMapper.orEmpty(shortcut.getResponseUrl()), "", Locale.ENGLISH);
        open(
                shortcut.getTriggerId(),
                new SlackUserId(shortcut.getUser().getId()),
                metadata,
                () -> MessageReader.read(message));
    }

    /** The thread that the message is a reply in; empty for one that stands in the channel. */
    private static String threadTs(JsonNode message) {
        String thread = message.path("thread_ts").asText("");
        return thread.equals(message.path("ts").asText("")) ? "" : thread;
    }

    /** Opens the modal at once; who the person is and what the message says is looked at afterwards. */
    private void open(
            String triggerId, SlackUserId user, PrivateMetadata metadata, Supplier<List<MessageText>> message) {
        Optional<ChannelId> channel = channel(metadata);
        modalOpener.open(
                triggerId,
                user,
                PickerModal.view(metadata.withLocale(modalOpener.rememberedLocale(user))),
                person -> PickerModal.view(
                        metadata.withLocale(person.locale()), devicePicker.offer(user, channel, message)));
    }

    private static Optional<ChannelId> channel(PrivateMetadata metadata) {
        return Optional.of(metadata.channelId()).filter(id -> !id.isEmpty()).map(ChannelId::new);
    }

    /** The options for what was typed so far, as JSON. */
    Response onSuggestion(BlockSuggestionPayload typed) {
        PrivateMetadata metadata = PrivateMetadata.parse(
                typed.getView() == null ? "" : typed.getView().getPrivateMetadata());
        SlackUserId user = new SlackUserId(typed.getUser().getId());
        return suggestions.answer(
                () -> devicePicker.suggest(user, channel(metadata), InteractionMapper.orEmpty(typed.getValue())),
                metadata.locale());
    }

    Response onSubmission(ViewSubmissionPayload payload, PrivateMetadata metadata, ViewSubmissionContext context) {
        PickerSubmission submission = new PickerSubmission(payload, metadata);
        Optional<Interaction.Payload> request = submission.request();
        if (request.isEmpty())
            return context.ackWithErrors(Map.of(PickerModal.PICKED, PickerModal.missingDevice(metadata.locale())));
        storage.add(interactionMapper.fromPickerSubmission(submission, request.get()));
        return context.ack();
    }
}
