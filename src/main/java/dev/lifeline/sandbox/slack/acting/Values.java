package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Elements.Placed;
import dev.lifeline.sandbox.slack.world.Inputs;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does an element hold when a person puts this into it? Options go by value or by text, people and channels by name. */
record Values(Workspace workspace, Offers offers) {

    /** The value in Slack's own shape, without its type. */
    JsonNode of(Placed placed, JsonNode wish) throws Undoable {
        String field = Inputs.field(placed.type());
        if (!field.endsWith("s")) return one(placed, wish);
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode each : wish.isArray() ? wish : Json.array(List.of(wish))) all.add(one(placed, each));
        return Json.array(all);
    }

    /** The value as it stands in {@code state.values}. */
    ObjectNode state(Placed placed, JsonNode value) {
        return Json.object("type", placed.type(), Inputs.field(placed.type()), value);
    }

    private JsonNode one(Placed placed, JsonNode wish) throws Undoable {
        if (wish.isNull()) return wish;
        String said = wish.path("value").asText(wish.asText());
        String field = Inputs.field(placed.type());
        if (field.startsWith("selected_option")) return option(placed, said);
        if (field.startsWith("selected_user")) return person(said);
        if (field.startsWith("selected_channel") || field.startsWith("selected_conversation")) return channel(said);
        if (field.equals("selected_date_time"))
            return Json.array(List.of(wish.asLong())).get(0);
        return field.equals("rich_text_value")
                ? wish
                : Json.array(List.of(said)).get(0);
    }

    private JsonNode option(Placed placed, String said) throws Undoable {
        List<JsonNode> options = offers.of(placed);
        return options.stream()
                .filter(option -> option.path("value").asText().equals(said)
                        || text(option).equals(said))
                .findFirst()
                .orElseThrow(() -> new Undoable(
                        "there is no option \"" + said + "\"",
                        options.stream().map(Values::text).toList()));
    }

    private static String text(JsonNode option) {
        return option.path("text").path("text").asText();
    }

    private JsonNode person(String said) throws Undoable {
        Optional<String> id = workspace.people().named(said).map(person -> person.id());
        return id(id, "there is no person " + said);
    }

    private JsonNode channel(String said) throws Undoable {
        return id(workspace.channels().named(said).map(channel -> channel.id()), "there is no channel " + said);
    }

    private static JsonNode id(Optional<String> id, String otherwise) throws Undoable {
        String known = id.orElseThrow(() -> new Undoable(otherwise, List.of()));
        return Json.array(List.of(known)).get(0);
    }
}
