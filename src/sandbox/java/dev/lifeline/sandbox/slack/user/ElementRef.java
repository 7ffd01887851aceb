package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.InteractionContainer;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** An element that a user sees, and its container. */
record ElementRef(InteractionContainer container, BlockElement element) {

    /** The ways a name can match an element, the best first: its action_id, its label, the beginning of its label. */
    static final List<BiPredicate<ElementRef, String>> NAME_MATCHERS = List.of(
            (elementRef, name) -> elementRef.element().actionId().equals(name),
            (elementRef, name) -> elementRef.label().equals(name),
            (elementRef, name) -> elementRef.label().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));

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
