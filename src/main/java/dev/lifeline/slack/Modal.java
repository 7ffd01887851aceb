package dev.lifeline.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Form;

/** How does a form look in Slack? */
final class Modal {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Modal() {}

    /** What is filled in comes back as a submission of the action's id. */
    static ObjectNode view(Form form, FormOrigin origin) {
        ObjectNode view = JSON.objectNode()
                .put("type", "modal")
                .put("callback_id", form.action().id())
                .put("private_metadata", origin.about(form.subject()).written());
        view.set(
                "title", plain(Limit.MODAL_TITLE.cut(CleanText.line(form.title().plain()))));
        view.set("submit", plain(Limit.MODAL_BUTTON.cut(form.wording().submit())));
        view.set("close", plain(Limit.MODAL_BUTTON.cut(form.wording().close())));
        var blocks = view.putArray("blocks");
        blocks.add(new RichText(new Allowance()).paragraph(form.text()));
        form.fields().forEach(field -> blocks.add(question(field)));
        return view;
    }

    private static ObjectNode question(Form.Field field) {
        ObjectNode input = JSON.objectNode()
                .put("type", "plain_text_input")
                .put("action_id", field.name())
                .put("multiline", field.severalLines())
                .put("max_length", field.most());
        ObjectNode block = JSON.objectNode()
                .put("type", "input")
                .put("block_id", field.name())
                .put("optional", !field.required());
        block.set("label", plain(field.label()));
        block.set("hint", plain(field.hint()));
        block.set("element", input);
        return block;
    }

    private static ObjectNode plain(String words) {
        return JSON.objectNode().put("type", "plain_text").put("text", words).put("emoji", false);
    }
}
