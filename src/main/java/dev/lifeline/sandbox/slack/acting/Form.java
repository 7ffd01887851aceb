package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Elements;
import dev.lifeline.sandbox.slack.world.Inputs;
import dev.lifeline.sandbox.slack.world.View;
import java.util.Optional;

/** What does Slack itself object to in a filled form, before the app hears of it? */
final class Form {

    private Form() {}

    static Optional<String> objection(View view) {
        return Elements.in(view.given().path("blocks")).stream()
                .filter(Elements.Placed::input)
                .flatMap(field -> objection(field, value(view, field)).stream())
                .findFirst();
    }

    private static JsonNode value(View view, Elements.Placed field) {
        return view.values().path(field.blockId()).path(field.actionId()).path(Inputs.field(field.type()));
    }

    private static Optional<String> objection(Elements.Placed field, JsonNode value) {
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
