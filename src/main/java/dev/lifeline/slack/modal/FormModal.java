package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.Form;
import dev.lifeline.slack.blockkit.BlockKitLimit;
import dev.lifeline.slack.blockkit.RichTextBlock;
import dev.lifeline.slack.blockkit.TextBudget;
import dev.lifeline.slack.blockkit.TextSanitizer;

/** Renders a {@link Form} as a modal. */
public final class FormModal {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FormModal() {}

    /** The view. Its callback id is the id of the form's action, which the submission carries. */
    public static ObjectNode view(Form form, PrivateMetadata metadata) {
        ObjectNode view = JSON.objectNode()
                .put("type", "modal")
                .put("callback_id", form.action().id())
                .put("private_metadata", metadata.withButtonValue(form.value()).toJson());
        view.set(
                "title",
                plainText(BlockKitLimit.MODAL_TITLE.truncate(
                        TextSanitizer.sanitizeLine(form.title().plainText()))));
        view.set(
                "submit",
                plainText(
                        BlockKitLimit.MODAL_BUTTON.truncate(form.buttonLabels().submit())));
        view.set(
                "close",
                plainText(
                        BlockKitLimit.MODAL_BUTTON.truncate(form.buttonLabels().close())));
        var blocks = view.putArray("blocks");
        blocks.add(new RichTextBlock(new TextBudget()).paragraph(form.text()));
        form.fields().forEach(field -> blocks.add(inputBlock(field)));
        return view;
    }

    private static ObjectNode inputBlock(Form.Field field) {
        ObjectNode input = JSON.objectNode()
                .put("type", "plain_text_input")
                .put("action_id", field.name())
                .put("multiline", field.multiline())
                .put("max_length", field.maxChars());
        if (!field.initialValue().isEmpty()) input.put("initial_value", field.initialValue());
        ObjectNode block = JSON.objectNode()
                .put("type", "input")
                .put("block_id", blockId(field))
                .put("optional", !field.required());
        block.set("label", plainText(field.label()));
        block.set("hint", plainText(field.hint()));
        block.set("element", input);
        return block;
    }

    /** Slack shows an initial value only in a block that is new to an open modal (src/docs/platform/slack.md, section Dispatch details). */
    private static String blockId(Form.Field field) {
        return field.initialValue().isEmpty() ? field.name() : field.name() + "_given";
    }

    private static ObjectNode plainText(String text) {
        return JSON.objectNode().put("type", "plain_text").put("text", text).put("emoji", false);
    }
}
