package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does an element hold when a person puts this into it? Options go by value or by text, people and channels by name. */
record ElementValues(Workspace workspace, ElementOptions elementOptions) {

    /** The value in Slack's own shape, without its type. */
    JsonNode parse(BlockElement blockElement, JsonNode wish) throws ImpossibleActionException {
        String field = StateValues.valueField(blockElement.type());
        if (!field.endsWith("s")) return parseOne(blockElement, wish);
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode each : wish.isArray() ? wish : Json.array(List.of(wish))) all.add(parseOne(blockElement, each));
        return Json.array(all);
    }

    /** The value as it stands in {@code state.values}. */
    ObjectNode stateEntry(BlockElement blockElement, JsonNode value) {
        return Json.object("type", blockElement.type(), StateValues.valueField(blockElement.type()), value);
    }

    private JsonNode parseOne(BlockElement blockElement, JsonNode wish) throws ImpossibleActionException {
        if (wish.isNull()) return wish;
        String said = wish.path("value").asText(wish.asText());
        String field = StateValues.valueField(blockElement.type());
        if (field.startsWith("selected_option")) return findOption(blockElement, said);
        if (field.startsWith("selected_user")) return userId(said);
        if (field.startsWith("selected_channel") || field.startsWith("selected_conversation")) return channelId(said);
        if (field.equals("selected_date_time"))
            return Json.array(List.of(wish.asLong())).get(0);
        return field.equals("rich_text_value")
                ? wish
                : Json.array(List.of(said)).get(0);
    }

    private JsonNode findOption(BlockElement blockElement, String said) throws ImpossibleActionException {
        List<JsonNode> options = elementOptions.optionsFor(blockElement);
        return options.stream()
                .filter(option -> option.path("value").asText().equals(said)
                        || optionText(option).equals(said))
                .findFirst()
                .orElseThrow(() -> new ImpossibleActionException(
                        "there is no option \"" + said + "\"",
                        options.stream().map(ElementValues::optionText).toList()));
    }

    private static String optionText(JsonNode option) {
        return option.path("text").path("text").asText();
    }

    private JsonNode userId(String said) throws ImpossibleActionException {
        Optional<String> id = workspace.users().byHandleOrId(said).map(user -> user.id());
        return requireId(id, "there is no person " + said);
    }

    private JsonNode channelId(String said) throws ImpossibleActionException {
        return requireId(workspace.channels().byNameOrId(said).map(channel -> channel.id()), "there is no channel " + said);
    }

    private static JsonNode requireId(Optional<String> id, String otherwise) throws ImpossibleActionException {
        String known = id.orElseThrow(() -> new ImpossibleActionException(otherwise, List.of()));
        return Json.array(List.of(known)).get(0);
    }
}
