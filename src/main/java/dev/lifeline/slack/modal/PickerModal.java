package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.handler.inbox.DevicePicker.Offer;
import dev.lifeline.handler.inbox.DevicePicker.Option;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.slack.blockkit.BlockKitLimit;
import dev.lifeline.slack.blockkit.TextSanitizer;
import java.util.List;
import java.util.Locale;

/**
 * Modal in which a device is chosen: from those that a message names, or from all that the person may see while they type. It is opened
 * without the former, which are added once they are known; what was chosen meanwhile stays, because the block ids stay the same.
 */
public final class PickerModal {

    public static final String CALLBACK_ID = "rescue_device";
    /** The select of all devices, and the block that it is in. */
    public static final String PICKED = "device_picked";
    /** The devices that a message names. */
    public static final String CANDIDATE = "device_candidate";

    public static final String REASON = "reason";
    /** The conversation that is asked for where Slack does not say in which one the person acts. */
    public static final String CHANNEL = "channel";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MessageCatalog catalog;
    private final PrivateMetadata metadata;

    private PickerModal(PrivateMetadata metadata) {
        this.catalog = MessageCatalog.forLocale(metadata.locale());
        this.metadata = metadata;
    }

    /** The view before anything is known of the person, in the language of the metadata. */
    public static ObjectNode view(PrivateMetadata metadata) {
        return view(metadata, new Offer("", List.of()));
    }

    /** The view for a person, in the language of the metadata. */
    public static ObjectNode view(PrivateMetadata metadata, Offer offer) {
        return new PickerModal(metadata).view(offer);
    }

    private ObjectNode view(Offer offer) {
        ObjectNode view = JSON.objectNode()
                .put("type", "modal")
                .put("callback_id", CALLBACK_ID)
                .put("private_metadata", metadata.toJson());
        view.set("title", plainText(BlockKitLimit.MODAL_TITLE.truncate(catalog.text("form.device.title"))));
        view.set("submit", plainText(BlockKitLimit.MODAL_BUTTON.truncate(catalog.text("form.device.submit"))));
        view.set("close", plainText(BlockKitLimit.MODAL_BUTTON.truncate(catalog.text("form.device.close"))));
        ArrayNode blocks = view.putArray("blocks");
        if (!offer.notice().isEmpty()) blocks.add(notice(offer.notice()));
        if (!offer.candidates().isEmpty()) blocks.add(candidates(offer.candidates()));
        blocks.add(picker(offer.candidates().isEmpty()));
        blocks.add(reason());
        if (metadata.channelId().isEmpty()) blocks.add(channel());
        return view;
    }

    private static ObjectNode notice(String text) {
        ObjectNode block = JSON.objectNode().put("type", "section").put("block_id", "notice");
        block.set("text", plainText(BlockKitLimit.RICH_TEXT_RUN.truncate(TextSanitizer.sanitizeLine(text))));
        return block;
    }

    private ObjectNode candidates(List<Option> candidates) {
        ObjectNode input = JSON.objectNode().put("type", "radio_buttons").put("action_id", CANDIDATE);
        ArrayNode options = input.putArray("options");
        candidates.forEach(candidate -> options.add(option(candidate)));
        input.set("initial_option", option(candidates.get(0)));
        return input(CANDIDATE, "form.device.candidates", input, true);
    }

    private ObjectNode picker(boolean only) {
        ObjectNode input = JSON.objectNode()
                .put("type", "external_select")
                .put("action_id", PICKED)
                .put("min_query_length", 0);
        input.set("placeholder", plainText(catalog.text("form.device.placeholder")));
        ObjectNode block = input(PICKED, only ? "form.device.label" : "form.device.other", input, !only);
        block.set("hint", plainText(catalog.text("form.device.hint")));
        return block;
    }

    private ObjectNode reason() {
        ObjectNode input = JSON.objectNode()
                .put("type", "plain_text_input")
                .put("action_id", REASON)
                .put("multiline", true)
                .put("max_length", Confirmation.MAX_REASON_CHARS);
        ObjectNode block = input(REASON, "form.device.reason", input, true);
        block.set("hint", plainText(catalog.text("form.device.reason.hint")));
        return block;
    }

    private ObjectNode channel() {
        ObjectNode input = JSON.objectNode()
                .put("type", "conversations_select")
                .put("action_id", CHANNEL)
                .put("default_to_current_conversation", true)
                .put("response_url_enabled", true);
        return input(CHANNEL, "form.device.channel", input, false);
    }

    private ObjectNode input(String blockId, String label, ObjectNode element, boolean optional) {
        ObjectNode block =
                JSON.objectNode().put("type", "input").put("block_id", blockId).put("optional", optional);
        block.set("label", plainText(catalog.text(label)));
        block.set("element", element);
        return block;
    }

    /** An option as Slack takes it, in a view and in the answer to what was typed. */
    public static ObjectNode option(Option option) {
        ObjectNode json = JSON.objectNode().put("value", option.value());
        json.set("text", plainText(BlockKitLimit.BUTTON_TEXT.truncate(TextSanitizer.sanitizeLine(option.label()))));
        return json;
    }

    /** What is said at the device where none was chosen. */
    public static String missingDevice(Locale locale) {
        return MessageCatalog.forLocale(locale).text("form.device.missing");
    }

    private static ObjectNode plainText(String text) {
        return JSON.objectNode().put("type", "plain_text").put("text", text).put("emoji", false);
    }
}
