package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.delivery.InteractionContainer;
import dev.lifeline.sandbox.slack.workspace.Elements.BlockElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** An element that a user sees, and its container. */
record ElementRef(InteractionContainer container, BlockElement element) {

    /**
     * The ways a name can match an element, the best first: its action_id, its label, the label of an option in its menu, the beginning of
     * its label.
     */
    private static final List<BiPredicate<ElementRef, String>> NAME_MATCHERS = List.of(
            (elementRef, name) -> elementRef.element().actionId().equals(name),
            (elementRef, name) -> elementRef.label().equals(name),
            (elementRef, name) -> elementRef.menuLabels().contains(name),
            (elementRef, name) -> elementRef.label().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));

    /** Returns the element that a name matches best, the first among equals; empty where none matches. */
    static Optional<ElementRef> findByName(List<ElementRef> candidates, String name) {
        return NAME_MATCHERS.stream()
                .flatMap(matcher -> candidates.stream().filter(candidate -> matcher.test(candidate, name)))
                .findFirst();
    }

    String label() {
        return element.label().orElse(element.actionId());
    }

    /** The words by which a user can name it or what is in it. */
    Stream<String> labels() {
        return menuLabels().isEmpty() ? Stream.of(label()) : menuLabels().stream();
    }

    /** What stands in the overflow menu; empty for every other element. */
    List<String> menuLabels() {
        return element.type().equals("overflow")
                ? element.element().path("options").valueStream()
                        .map(option -> option.path("text").path("text").asText())
                        .toList()
                : List.of();
    }

    boolean hasConfirmDialog() {
        return element.element().has("confirm");
    }
}
