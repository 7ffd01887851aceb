package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Adds to accepted blocks what Slack adds: {@code block_id} and {@code action_id} where missing, and defaults of text
 * objects. Thread-safe.
 */
public final class BlockDefaults {

    private static final int ID_RADIX = 36;
    private static final long FIRST_ID = 60_466_176; // from here on ids have six letters or digits
    private static final List<String> ELEMENT_FIELDS = List.of("accessory", "element", "elements");

    private final AtomicLong lastId = new AtomicLong(FIRST_ID);

    /** Returns a copy with these fields added. */
    public ArrayNode withDefaults(ArrayNode blocks) {
        ArrayNode copy = blocks.deepCopy();
        copy.forEach(block -> addDefaults((ObjectNode) block));
        return copy;
    }

    private void addDefaults(ObjectNode block) {
        if (block.path("block_id").asText().isEmpty()) block.put("block_id", nextId());
        for (String field : ELEMENT_FIELDS) {
            JsonNode elements = block.path(field);
            if (elements.isArray()) elements.forEach(this::addActionId);
            else addActionId(elements);
        }
        addTextDefaults(block);
    }

    private void addActionId(JsonNode element) {
        boolean interactive =
                element.isObject() && InteractiveElements.contains(element.path("type").asText());
        if (interactive && element.path("action_id").asText().isEmpty()) ((ObjectNode) element).put("action_id", nextId());
    }

    private void addTextDefaults(JsonNode node) {
        node.forEach(this::addTextDefaults);
        if (!(node instanceof ObjectNode object) || !object.path("text").isTextual()) return;
        if (object.path("type").asText().equals("plain_text") && !object.has("emoji")) object.put("emoji", true);
        if (object.path("type").asText().equals("mrkdwn") && !object.has("verbatim")) object.put("verbatim", false);
    }

    private String nextId() {
        return Long.toString(lastId.incrementAndGet(), ID_RADIX);
    }
}
