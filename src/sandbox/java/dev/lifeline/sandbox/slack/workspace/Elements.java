package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which elements of some blocks can a person press or fill? */
public final class Elements {

    /** Where in a block elements may be: one, or a list of them. */
    private static final List<String> ELEMENT_FIELDS = List.of("accessory", "element", "elements", "actions");

    private Elements() {}

    /** An element and the block that it is in. */
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

        /** Whether it is the field of a form: an element of an input block. */
        public boolean isInput() {
            return block.path("type").asText().equals("input");
        }

        /** Whether the app hears of it at once; form fields only where they ask for it. */
        public boolean dispatchesAction() {
            return !isInput() || block.path("dispatch_action").asBoolean();
        }

        /** What a person reads on it: a button's text, a field's label, a select's placeholder. */
        public Optional<String> label() {
            return Json.nonEmptyText(block.path("label"), "text")
                    .filter(label -> isInput())
                    .or(() -> Json.nonEmptyText(element.path("text"), "text"))
                    .or(() -> Json.nonEmptyText(element.path("placeholder"), "text"));
        }
    }

    /** All that carry an action id, in reading order. */
    public static List<BlockElement> findAll(JsonNode blocks) {
        List<BlockElement> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (String place : ELEMENT_FIELDS) collect(block, block.path(place), found);
            if (block.has("elements") || !block.has("blocks")) continue;
            found.addAll(findAll(block.path("blocks")));
        }
        return found;
    }

    private static void collect(JsonNode block, JsonNode at, List<BlockElement> found) {
        if (at.isArray()) at.forEach(one -> collect(block, one, found));
        else if (at.has("action_id")) found.add(new BlockElement(block, at));
    }
}
