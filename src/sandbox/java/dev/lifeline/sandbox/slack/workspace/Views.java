package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which modals has each person open, and what is on their App Home? */
public final class Views {

    /** How many modals may lie on each other (slack.md 4.6). */
    public static final int MAX_STACK_DEPTH = 3;

    private final Map<String, List<View>> modalStacks = new HashMap<>();
    private final Map<String, View> homeViews = new HashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final TimestampClock clock;
    private final ChangeFeed changeFeed;

    public Views(TimestampClock clock, ChangeFeed changeFeed) {
        this.clock = clock;
        this.changeFeed = changeFeed;
    }

    /** A person's open modals, the top one last. */
    public synchronized List<View> modalsOf(String owner) {
        return List.copyOf(modalStacks.getOrDefault(owner, List.of()));
    }

    public Optional<View> topModal(String owner) {
        List<View> open = modalsOf(owner);
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    public synchronized Optional<View> homeView(String owner) {
        return Optional.ofNullable(homeViews.get(owner));
    }

    /** Opens a modal in place of whatever was open. */
    public synchronized View open(String owner, ObjectNode given) {
        modalStacks.remove(owner);
        return push(owner, given);
    }

    /** Lays a modal on top. The caller has looked at {@link #MAX_STACK_DEPTH}. */
    public synchronized View push(String owner, ObjectNode given) {
        Optional<View> below = topModal(owner);
        String id = nextId();
        String root = below.map(view -> view.ids().rootViewId()).orElse(id);
        View view = createView(new View.Ids(id, nextHash(), root, below.map(View::id)), owner, given);
        modalStacks.computeIfAbsent(owner, ignored -> new ArrayList<>()).add(view);
        changeFeed.workspaceChanged();
        return view;
    }

    /** Shows a Home; the same view id for the same person for ever. */
    public synchronized View publish(String owner, ObjectNode given) {
        String id = homeView(owner).map(View::id).orElseGet(this::nextId);
        View view = createView(new View.Ids(id, nextHash(), id, Optional.empty()), owner, given);
        homeViews.put(owner, view);
        changeFeed.workspaceChanged();
        return view;
    }

    private static View createView(View.Ids ids, String owner, ObjectNode given) {
        return new View(ids, owner, given, StateValues.initialValues(given.path("blocks")), Json.object());
    }

    /** An open modal or a Home, by id. */
    public synchronized Optional<View> find(String viewId) {
        return allViews().filter(view -> view.id().equals(viewId)).findFirst();
    }

    public synchronized Optional<View> byExternalId(String externalId) {
        return allViews()
                .filter(view -> Json.nonEmptyText(view.definition(), "external_id")
                        .filter(externalId::equals)
                        .isPresent())
                .findFirst();
    }

    private Stream<View> allViews() {
        return Stream.concat(modalStacks.values().stream().flatMap(List::stream), homeViews.values().stream());
    }

    /** Shows something else in a view's place; what was put in stays where block and action ids stay. */
    public Optional<View> update(View view, ObjectNode given) {
        JsonNode blocks = given.path("blocks");
        return replace(view.id(), old -> old.withDefinition(given, StateValues.carryOver(old.values(), blocks), nextHash()));
    }

    /** Remembers what a person has put in. */
    public Optional<View> setValues(View view, ObjectNode values) {
        return replace(view.id(), old -> old.withValues(values));
    }

    /** Shows the app's objections to a submission. */
    public Optional<View> setErrors(View view, ObjectNode errors) {
        return replace(view.id(), old -> old.withErrors(errors));
    }

    private synchronized Optional<View> replace(String viewId, UnaryOperator<View> change) {
        modalStacks.values().forEach(stack -> stack.replaceAll(one -> one.id().equals(viewId) ? change.apply(one) : one));
        homeViews.replaceAll((owner, one) -> one.id().equals(viewId) ? change.apply(one) : one);
        changeFeed.workspaceChanged();
        return find(viewId);
    }

    /** Closes the top modal; the one below is seen again. */
    public synchronized void close(View view) {
        Optional.ofNullable(modalStacks.get(view.userId()))
                .ifPresent(stack -> stack.removeIf(one -> one.id().equals(view.id())));
        changeFeed.workspaceChanged();
    }

    /** Closes all of a person's modals. */
    public synchronized void closeAll(String owner) {
        modalStacks.remove(owner);
        changeFeed.workspaceChanged();
    }

    private String nextId() {
        return "V0%08d".formatted(count.incrementAndGet());
    }

    private String nextHash() {
        return "%d.%s".formatted(clock.epochSecond(), Long.toHexString(0x5eed_0000L + count.incrementAndGet()));
    }
}
