package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the elements of blocks that a user can click or fill in. */
public final class Elements {

    /** The fields of a block that hold an element or a list of them. */
    private static final List<String> ELEMENT_FIELDS = List.of("accessory", "element", "elements", "actions");

    private Elements() {}

    /** An element and the block that contains it. */
    public record BlockElement(JsonNode block, JsonNode element) {

        public String type() {
            return element.path("type").asText();
        }

        public String blockId() {
            return block.path("block_id").asText();
        }

        public String actionId() {
            return element.path("action_id").asText();
        }

        /** Whether it is the element of an input block. */
        public boolean isInput() {
            return block.path("type").asText().equals("input");
        }

        /** Whether the app is notified at once; for input blocks only with {@code dispatch_action}. */
        public boolean dispatchesAction() {
            return !isInput() || block.path("dispatch_action").asBoolean();
        }

        /** Returns the text a user reads on it: a button's text, an input's label, a select's placeholder. */
        public Optional<String> label() {
            return Json.nonEmptyText(block.path("label"), "text")
                    .filter(label -> isInput())
                    .or(() -> Json.nonEmptyText(element.path("text"), "text"))
                    .or(() -> Json.nonEmptyText(element.path("placeholder"), "text"));
        }
    }

    /** Returns all elements with an action id, in reading order. */
    public static List<BlockElement> findAll(JsonNode blocks) {
        List<BlockElement> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (String field : ELEMENT_FIELDS) collect(block, block.path(field), found);
            if (block.has("elements") || !block.has("blocks")) continue;
            found.addAll(findAll(block.path("blocks")));
        }
        return found;
    }

    private static void collect(JsonNode block, JsonNode node, List<BlockElement> found) {
        if (node.isArray()) node.forEach(item -> collect(block, item, found));
        else if (node.has("action_id")) found.add(new BlockElement(block, node));
    }
}
