package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Menu;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Renders buttons as actions blocks; each carries an accessibility label that names the message it belongs to. */
final class ActionsBlock {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String messageTitle;

    /**
     * Buttons of one message.
     *
     * @param messageTitle names in the accessibility labels what "Yes" refers to
     */
    ActionsBlock(String messageTitle) {
        this.messageTitle = messageTitle;
    }

    /** One block or several, the last of which has the menu. */
    List<ObjectNode> blocks(Buttons buttons) {
        List<ObjectNode> rows = blocks(buttons.buttons());
        buttons.menu().ifPresent(menu -> addMenu(rows, menu));
        return rows;
    }

    private static void addMenu(List<ObjectNode> rows, Menu menu) {
        boolean full = rows.isEmpty() || elements(rows).size() == BlockKitLimit.ACTIONS_ELEMENTS.max();
        if (full) rows.add(block(JSON.arrayNode()));
        elements(rows).add(OverflowMenu.element(menu));
    }

    private static ArrayNode elements(List<ObjectNode> rows) {
        return (ArrayNode) rows.get(rows.size() - 1).path("elements");
    }

    private static ObjectNode block(ArrayNode elements) {
        ObjectNode block = JSON.objectNode().put("type", "actions");
        block.set("elements", elements);
        return block;
    }

    /** Slack accepts an action id once per block, and 25 elements. */
    private List<ObjectNode> blocks(List<Button> buttons) {
        List<ObjectNode> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        Set<Object> actions = new HashSet<>();
        for (Button button : buttons) {
            if (row.size() == BlockKitLimit.ACTIONS_ELEMENTS.max() || actions.contains(button.actionId())) {
                rows.add(block(row));
                row.clear();
                actions.clear();
            }
            row.add(button);
            actions.add(button.actionId());
        }
        if (!row.isEmpty()) rows.add(block(row));
        return rows;
    }

    private ObjectNode block(List<Button> buttons) {
        ArrayNode elements = JSON.arrayNode();
        buttons.forEach(choice -> elements.add(button(choice)));
        return block(elements);
    }

    /** One button as an element. */
    ObjectNode button(Button choice) {
        String label = TextSanitizer.sanitizeLine(choice.label());
        ObjectNode button = JSON.objectNode()
                .put("type", "button")
                .put("action_id", BlockKitLimit.ACTION_ID.requireFits(choice.actionId()));
        button.set("text", plainText(BlockKitLimit.BUTTON_TEXT.truncate(label)));
        button.put("value", BlockKitLimit.BUTTON_VALUE.requireFits(choice.value()));
        button.put("accessibility_label", BlockKitLimit.ACCESSIBILITY_LABEL.truncate(label + ": " + messageTitle));
        if (choice.style() == Button.Style.PRIMARY) button.put("style", "primary");
        if (choice.style() == Button.Style.DANGER) button.put("style", "danger");
        choice.confirmDialog()
                .ifPresent(confirmDialog -> button.set("confirm", confirmDialog(confirmDialog, choice.style())));
        return button;
    }

    private static ObjectNode confirmDialog(Button.ConfirmDialog confirmDialog, Button.Style style) {
        ObjectNode dialog = JSON.objectNode();
        dialog.set(
                "title",
                plainText(BlockKitLimit.CONFIRM_TITLE.truncate(TextSanitizer.sanitizeLine(confirmDialog.title()))));
        dialog.set(
                "text",
                plainText(BlockKitLimit.CONFIRM_TEXT.truncate(TextSanitizer.sanitizeLines(confirmDialog.text()))));
        dialog.set(
                "confirm",
                plainText(BlockKitLimit.CONFIRM_BUTTON.truncate(
                        TextSanitizer.sanitizeLine(confirmDialog.confirmLabel()))));
        dialog.set(
                "deny",
                plainText(
                        BlockKitLimit.CONFIRM_BUTTON.truncate(TextSanitizer.sanitizeLine(confirmDialog.denyLabel()))));
        if (style == Button.Style.DANGER) dialog.put("style", "danger");
        return dialog;
    }

    /** Slack rejects an empty text. */
    static ObjectNode plainText(String text) {
        String nonEmpty = text.isEmpty() ? "–" : text;
        return JSON.objectNode().put("type", "plain_text").put("text", nonEmpty).put("emoji", false);
    }
}
