package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.InteractionContainer;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** An element that a person sees, and where. */
record ElementRef(InteractionContainer container, BlockElement element) {

    /** How well a name fits, the best first: an action_id, else a label, else the beginning of a label. */
    static final List<BiPredicate<ElementRef, String>> NAME_MATCHERS = List.of(
            (elementRef, name) -> elementRef.element().actionId().equals(name),
            (pressable, name) -> pressable.label().equals(name),
            (pressable, name) -> pressable.label().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));

    String label() {
        return element.label().orElse(element.actionId());
    }

    boolean hasConfirmDialog() {
        return element.element().has("confirm");
    }

    JsonNode blocks() {
        return container.match(
                on -> on.message().content().blocks(), in -> in.view().definition().path("blocks"));
    }
}
