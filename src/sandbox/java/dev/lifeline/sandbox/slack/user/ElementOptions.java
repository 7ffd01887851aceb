package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The options of an element: its own, or those that the app last returned for a type-ahead. Thread-safe. */
final class ElementOptions {

    private final Map<String, List<JsonNode>> suggestedByActionId = new ConcurrentHashMap<>();

    void putSuggested(BlockElement blockElement, JsonNode response) {
        suggestedByActionId.put(blockElement.actionId(), options(response));
    }

    List<JsonNode> optionsFor(BlockElement blockElement) {
        List<JsonNode> ownOptions = options(blockElement.element());
        return ownOptions.isEmpty() ? suggestedByActionId.getOrDefault(blockElement.actionId(), List.of()) : ownOptions;
    }

    private static List<JsonNode> options(JsonNode source) {
        List<JsonNode> options = new ArrayList<>();
        source.path("options").forEach(options::add);
        source.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options;
    }
}
