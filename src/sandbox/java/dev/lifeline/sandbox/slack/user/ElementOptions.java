package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which options does an element offer: its own, or those that the app last answered to a type-ahead? */
final class ElementOptions {

    private final Map<String, List<JsonNode>> suggestedByActionId = new ConcurrentHashMap<>();

    void putSuggested(BlockElement blockElement, JsonNode answer) {
        suggestedByActionId.put(blockElement.actionId(), options(answer));
    }

    List<JsonNode> optionsFor(BlockElement blockElement) {
        List<JsonNode> own = options(blockElement.element());
        return own.isEmpty() ? suggestedByActionId.getOrDefault(blockElement.actionId(), List.of()) : own;
    }

    private static List<JsonNode> options(JsonNode from) {
        List<JsonNode> options = new ArrayList<>();
        from.path("options").forEach(options::add);
        from.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options;
    }
}
