package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Elements;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.View;
import java.util.Optional;

/** What does Slack itself object to in a filled form, before the app hears of it? */
final class FormValidation {

    private FormValidation() {}

    static Optional<String> validationError(View view) {
        return Elements.findAll(view.definition().path("blocks")).stream()
                .filter(Elements.BlockElement::isInput)
                .flatMap(field -> validationError(field, fieldValue(view, field)).stream())
                .findFirst();
    }

    private static JsonNode fieldValue(View view, Elements.BlockElement field) {
        return view.values().path(field.blockId()).path(field.actionId()).path(StateValues.valueField(field.type()));
    }

    private static Optional<String> validationError(Elements.BlockElement field, JsonNode value) {
        String label = field.label().orElse(field.actionId());
        int length = value.asText().length();
        boolean empty =
                value.isMissingNode() || value.isNull() || (value.isContainerNode() ? value.isEmpty() : length == 0);
        if (empty)
            return field.block().path("optional").asBoolean()
                    ? Optional.empty()
                    : Optional.of(label + ": please complete all required fields.");
        if (length < field.element().path("min_length").asInt(0)) return Optional.of(label + ": that is too short.");
        int most = field.element().path("max_length").asInt(Integer.MAX_VALUE);
        return length > most ? Optional.of(label + ": that is too long.") : Optional.empty();
    }
}
