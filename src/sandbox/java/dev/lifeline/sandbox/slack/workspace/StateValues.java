package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** The {@code state.values} of blocks: block id, then action id, then the value in Slack's form. */
public final class StateValues {

    /** Elements without a value. */
    private static final Set<String> STATELESS_TYPES =
            Set.of("button", "overflow", "image", "icon_button", "workflow_button");

    private StateValues() {}

    /** Returns the values before any input: initial ones, or empty ones. */
    public static ObjectNode initialValues(JsonNode blocks) {
        ObjectNode values = Json.object();
        for (Elements.BlockElement blockElement : Elements.findAll(blocks)) {
            if (!STATELESS_TYPES.contains(blockElement.type())) setValue(values, blockElement, initialValue(blockElement.element()));
        }
        return values;
    }

    /** Sets one value. */
    public static void setValue(ObjectNode values, Elements.BlockElement blockElement, ObjectNode value) {
        values.withObjectProperty(blockElement.blockId()).set(blockElement.actionId(), value);
    }

    /** Returns the initial values of new blocks, with the old values where block id, action id and type are unchanged. */
    static ObjectNode carryOver(ObjectNode oldValues, JsonNode blocks) {
        ObjectNode values = initialValues(blocks);
        values.properties()
                .forEach(block -> block.getValue().properties().forEach(action -> {
                    JsonNode oldValue = oldValues.path(block.getKey()).path(action.getKey());
                    if (oldValue.path("type").equals(action.getValue().path("type"))) action.setValue(oldValue);
                }));
        return values;
    }

    private static ObjectNode initialValue(JsonNode element) {
        String type = element.path("type").asText();
        String field = valueField(type);
        Optional<JsonNode> initial = Optional.ofNullable(element.get(initialField(field)));
        return Json.object("type", type, field, initial.orElseGet(() -> emptyValue(field)));
    }

    private static JsonNode emptyValue(String field) {
        return field.endsWith("s") ? Json.emptyArray() : Json.NULL;
    }

    private static String initialField(String field) {
        return field.equals("value") ? "initial_value" : field.replaceFirst("^selected_|^rich_text_", "initial_");
    }

    /** Returns the field that holds the value of an element of this type. */
    public static String valueField(String type) {
        return switch (type) {
            case "static_select", "external_select", "radio_buttons", "overflow" -> "selected_option";
            case "multi_static_select", "multi_external_select", "checkboxes" -> "selected_options";
            case "users_select" -> "selected_user";
            case "multi_users_select" -> "selected_users";
            case "channels_select" -> "selected_channel";
            case "multi_channels_select" -> "selected_channels";
            case "conversations_select" -> "selected_conversation";
            case "multi_conversations_select" -> "selected_conversations";
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            case "datetimepicker" -> "selected_date_time";
            case "rich_text_input" -> "rich_text_value";
            case "file_input" -> "files";
            default -> "value";
        };
    }
}
