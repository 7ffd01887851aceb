package dev.lifeline.slack.inbound;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.ViewState;
import dev.lifeline.handler.inbox.DevicePicker;
import dev.lifeline.handler.inbox.Interaction.Payload;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.DeviceChoice;
import dev.lifeline.slack.modal.PickerModal;
import dev.lifeline.slack.modal.PrivateMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was chosen and written in a {@link PickerModal}. */
record PickerSubmission(ViewSubmissionPayload submission, PrivateMetadata metadata) {

    /** The input of the form of earlier releases, which may be open still. */
    private static final String TYPED_DEVICE = "device_name";

    /** What the person asks for; empty where no device was chosen. A device that was picked goes before one that was preselected. */
    Optional<Payload> request() {
        return option(PickerModal.PICKED)
                .or(() -> option(PickerModal.CANDIDATE))
                .map(this::request)
                .or(() -> value(TYPED_DEVICE, ViewState.Value::getValue).map(this::typed));
    }

    private Payload request(String chosen) {
        if (chosen.startsWith(DevicePicker.TYPED)) return typed(chosen.substring(DevicePicker.TYPED.length()));
        String value = DeviceChoice.parse(chosen)
                .map(choice -> choice.withReason(reason()).value())
                .orElse(chosen);
        return new Payload.ButtonClick(Action.START.id(), value);
    }

    /** The verb is fixed here, so that nothing typed as the device can be taken for one. */
    private Payload typed(String device) {
        return new Payload.SlashCommand("launch " + device + (reason().isEmpty() ? "" : " -- " + reason()));
    }

    private String reason() {
        return value(PickerModal.REASON, ViewState.Value::getValue)
                .map(String::strip)
                .orElse("");
    }

    /** The conversation that was chosen, or in which the modal was opened; that of the bot and the person where there is neither. */
    String channel() {
        String chosen = value(PickerModal.CHANNEL, ViewState.Value::getSelectedConversation)
                .orElse(metadata.channelId());
        return chosen.isEmpty() ? submission.getUser().getId() : chosen;
    }

    /** Where Slack takes ephemeral answers; it gives a new one for a conversation that was chosen. */
    String responseUrl() {
        return Optional.ofNullable(submission.getResponseUrls()).orElse(List.of()).stream()
                .map(ViewSubmissionPayload.ResponseUrl::getResponseUrl)
                .findFirst()
                .orElse(metadata.responseUrl());
    }

    private Optional<String> option(String actionId) {
        return value(actionId, ViewState.Value::getSelectedOption).map(ViewState.SelectedOption::getValue);
    }

    private <T> Optional<T> value(String actionId, Function<ViewState.Value, T> property) {
        return submission.getView().getState().getValues().values().stream()
                .flatMap(block -> Optional.ofNullable(block.get(actionId)).stream())
                .flatMap(input -> Optional.ofNullable(property.apply(input)).stream())
                .findFirst();
    }
}
