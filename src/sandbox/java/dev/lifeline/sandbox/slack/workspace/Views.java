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

/** The open modals and the App Home of each user. Thread-safe. */
public final class Views {

    /** The number of modals in one stack (src/docs/platform/slack.md, section Threads, updates, formatting). */
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

    /** Returns a user's open modals, the top one last. */
    public synchronized List<View> modalsOf(String userId) {
        return List.copyOf(modalStacks.getOrDefault(userId, List.of()));
    }

    public Optional<View> topModal(String userId) {
        List<View> open = modalsOf(userId);
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    public synchronized Optional<View> homeView(String userId) {
        return Optional.ofNullable(homeViews.get(userId));
    }

    /** Opens a modal in place of any that are open. */
    public synchronized View open(String userId, ObjectNode definition) {
        modalStacks.remove(userId);
        return push(userId, definition);
    }

    /** Opens a modal on top; the caller checks {@link #MAX_STACK_DEPTH}. */
    public synchronized View push(String userId, ObjectNode definition) {
        Optional<View> below = topModal(userId);
        String id = nextId();
        String root = below.map(view -> view.ids().rootViewId()).orElse(id);
        View view = createView(new View.Ids(id, nextHash(), root, below.map(View::id)), userId, definition);
        modalStacks.computeIfAbsent(userId, ignored -> new ArrayList<>()).add(view);
        changeFeed.workspaceChanged();
        return view;
    }

    /** Publishes a Home; its view id stays the same for the same user. */
    public synchronized View publish(String userId, ObjectNode definition) {
        String id = homeView(userId).map(View::id).orElseGet(this::nextId);
        View view = createView(new View.Ids(id, nextHash(), id, Optional.empty()), userId, definition);
        homeViews.put(userId, view);
        changeFeed.workspaceChanged();
        return view;
    }

    private static View createView(View.Ids ids, String userId, ObjectNode definition) {
        return new View(ids, userId, definition, StateValues.initialValues(definition.path("blocks")), Json.object());
    }

    /** Finds an open modal or a Home by id. */
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

    /** Replaces a view; input is kept where block and action ids are unchanged. */
    public Optional<View> update(View view, ObjectNode definition) {
        JsonNode blocks = definition.path("blocks");
        return replace(view.id(), current -> current.withDefinition(definition, StateValues.carryOver(current.values(), blocks), nextHash()));
    }

    /** Stores the input of a user. */
    public Optional<View> setValues(View view, ObjectNode values) {
        return replace(view.id(), current -> current.withValues(values));
    }

    /** Stores the app's errors for a submission. */
    public Optional<View> setErrors(View view, ObjectNode errors) {
        return replace(view.id(), current -> current.withErrors(errors));
    }

    private synchronized Optional<View> replace(String viewId, UnaryOperator<View> change) {
        modalStacks.values().forEach(stack -> stack.replaceAll(each -> each.id().equals(viewId) ? change.apply(each) : each));
        homeViews.replaceAll((userId, each) -> each.id().equals(viewId) ? change.apply(each) : each);
        changeFeed.workspaceChanged();
        return find(viewId);
    }

    /** Closes a modal; the one below is shown again. */
    public synchronized void close(View view) {
        Optional.ofNullable(modalStacks.get(view.userId()))
                .ifPresent(stack -> stack.removeIf(each -> each.id().equals(view.id())));
        changeFeed.workspaceChanged();
    }

    /** Closes all modals of a user. */
    public synchronized void closeAll(String userId) {
        modalStacks.remove(userId);
        changeFeed.workspaceChanged();
    }

    private String nextId() {
        return "V0%08d".formatted(count.incrementAndGet());
    }

    private String nextHash() {
        return "%d.%s".formatted(clock.epochSecond(), Long.toHexString(0x5eed_0000L + count.incrementAndGet()));
    }
}
