package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Elements;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.View;
import java.util.Optional;

/** The checks of a filled form that Slack makes before the app is notified: required fields and lengths. */
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
        boolean isEmpty =
                value.isMissingNode() || value.isNull() || (value.isContainerNode() ? value.isEmpty() : length == 0);
        if (isEmpty)
            return field.block().path("optional").asBoolean()
                    ? Optional.empty()
                    : Optional.of(label + ": please complete all required fields.");
        if (length < field.element().path("min_length").asInt(0)) return Optional.of(label + ": that is too short.");
        int maxChars = field.element().path("max_length").asInt(Integer.MAX_VALUE);
        return length > maxChars ? Optional.of(label + ": that is too long.") : Optional.empty();
    }
}
