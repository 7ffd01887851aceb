package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.Origin;
import dev.lifeline.sandbox.slack.world.Elements.Placed;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** An element that a person sees, and where. */
record Pressable(Origin origin, Placed element) {

    /** How well a name fits, the best first: an action_id, else a label, else the beginning of a label. */
    static final List<BiPredicate<Pressable, String>> FITS = List.of(
            (pressable, name) -> pressable.element().actionId().equals(name),
            (pressable, name) -> pressable.label().equals(name),
            (pressable, name) -> pressable.label().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));

    String label() {
        return element.label().orElse(element.actionId());
    }

    boolean confirms() {
        return element.element().has("confirm");
    }

    JsonNode blocks() {
        return origin.fold(
                on -> on.message().content().blocks(), in -> in.view().given().path("blocks"));
    }
}
