package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Elements.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which options does an element offer: its own, or those that the app last answered to a type-ahead? */
final class Offers {

    private final Map<String, List<JsonNode>> suggested = new ConcurrentHashMap<>();

    void suggest(Placed placed, JsonNode answer) {
        suggested.put(placed.actionId(), options(answer));
    }

    List<JsonNode> of(Placed placed) {
        List<JsonNode> own = options(placed.element());
        return own.isEmpty() ? suggested.getOrDefault(placed.actionId(), List.of()) : own;
    }

    private static List<JsonNode> options(JsonNode from) {
        List<JsonNode> options = new ArrayList<>();
        from.path("options").forEach(options::add);
        from.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options;
    }
}
