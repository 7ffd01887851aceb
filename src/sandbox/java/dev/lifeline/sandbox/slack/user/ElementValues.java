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

/**
 * Converts what a request puts into an element to Slack's value; options are named by value or text, users and channels by
 * name or id.
 */
record ElementValues(Workspace workspace, ElementOptions elementOptions) {

    /** Returns the value in Slack's shape, without its type. */
    JsonNode parse(BlockElement blockElement, JsonNode input) throws ImpossibleActionException {
        String field = StateValues.valueField(blockElement.type());
        if (!field.endsWith("s")) return parseOne(blockElement, input);
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode item : input.isArray() ? input : Json.array(List.of(input))) values.add(parseOne(blockElement, item));
        return Json.array(values);
    }

    /** Returns the value as an entry of {@code state.values}. */
    ObjectNode stateEntry(BlockElement blockElement, JsonNode value) {
        return Json.object("type", blockElement.type(), StateValues.valueField(blockElement.type()), value);
    }

    private JsonNode parseOne(BlockElement blockElement, JsonNode input) throws ImpossibleActionException {
        if (input.isNull()) return input;
        String text = input.path("value").asText(input.asText());
        String field = StateValues.valueField(blockElement.type());
        if (field.startsWith("selected_option")) return findOption(blockElement, text);
        if (field.startsWith("selected_user")) return userId(text);
        if (field.startsWith("selected_channel") || field.startsWith("selected_conversation")) return channelId(text);
        if (field.equals("selected_date_time"))
            return Json.array(List.of(input.asLong())).get(0);
        return field.equals("rich_text_value")
                ? input
                : Json.array(List.of(text)).get(0);
    }

    private JsonNode findOption(BlockElement blockElement, String text) throws ImpossibleActionException {
        List<JsonNode> options = elementOptions.optionsFor(blockElement);
        return options.stream()
                .filter(option -> option.path("value").asText().equals(text)
                        || optionText(option).equals(text))
                .findFirst()
                .orElseThrow(() -> new ImpossibleActionException(
                        "no such option: \"" + text + "\"",
                        options.stream().map(ElementValues::optionText).toList()));
    }

    private static String optionText(JsonNode option) {
        return option.path("text").path("text").asText();
    }

    private JsonNode userId(String text) throws ImpossibleActionException {
        Optional<String> id = workspace.users().byHandleOrId(text).map(user -> user.id());
        return requireId(id, "no such person: " + text);
    }

    private JsonNode channelId(String text) throws ImpossibleActionException {
        return requireId(workspace.channels().byNameOrId(text).map(channel -> channel.id()), "no such channel: " + text);
    }

    private static JsonNode requireId(Optional<String> id, String errorMessage) throws ImpossibleActionException {
        String present = id.orElseThrow(() -> new ImpossibleActionException(errorMessage, List.of()));
        return Json.array(List.of(present)).get(0);
    }
}
