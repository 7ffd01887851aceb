package dev.lifeline.sandbox.slack.world;

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
    public static final int DEEPEST = 3;

    private final Map<String, List<View>> stacks = new HashMap<>();
    private final Map<String, View> homes = new HashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Clockwork clock;
    private final Changes changes;

    public Views(Clockwork clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** A person's open modals, the top one last. */
    public synchronized List<View> of(String owner) {
        return List.copyOf(stacks.getOrDefault(owner, List.of()));
    }

    public Optional<View> top(String owner) {
        List<View> open = of(owner);
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    public synchronized Optional<View> home(String owner) {
        return Optional.ofNullable(homes.get(owner));
    }

    /** Opens a modal in place of whatever was open. */
    public synchronized View open(String owner, ObjectNode given) {
        stacks.remove(owner);
        return push(owner, given);
    }

    /** Lays a modal on top. The caller has looked at {@link #DEEPEST}. */
    public synchronized View push(String owner, ObjectNode given) {
        Optional<View> below = top(owner);
        String id = nextId();
        String root = below.map(view -> view.identity().root()).orElse(id);
        View view = fresh(new View.Identity(id, nextHash(), root, below.map(View::id)), owner, given);
        stacks.computeIfAbsent(owner, ignored -> new ArrayList<>()).add(view);
        changes.elsewhere();
        return view;
    }

    /** Shows a Home; the same view id for the same person for ever. */
    public synchronized View publish(String owner, ObjectNode given) {
        String id = home(owner).map(View::id).orElseGet(this::nextId);
        View view = fresh(new View.Identity(id, nextHash(), id, Optional.empty()), owner, given);
        homes.put(owner, view);
        changes.elsewhere();
        return view;
    }

    private static View fresh(View.Identity identity, String owner, ObjectNode given) {
        return new View(identity, owner, given, Inputs.initial(given.path("blocks")), Json.object());
    }

    /** An open modal or a Home, by id. */
    public synchronized Optional<View> find(String viewId) {
        return everything().filter(view -> view.id().equals(viewId)).findFirst();
    }

    public synchronized Optional<View> byExternalId(String externalId) {
        return everything()
                .filter(view -> Json.text(view.given(), "external_id")
                        .filter(externalId::equals)
                        .isPresent())
                .findFirst();
    }

    private Stream<View> everything() {
        return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream());
    }

    /** Shows something else in a view's place; what was put in stays where block and action ids stay. */
    public Optional<View> update(View view, ObjectNode given) {
        JsonNode blocks = given.path("blocks");
        return change(view.id(), old -> old.showing(given, Inputs.kept(old.values(), blocks), nextHash()));
    }

    /** Remembers what a person has put in. */
    public Optional<View> fill(View view, ObjectNode values) {
        return change(view.id(), old -> old.filled(values));
    }

    /** Shows the app's objections to a submission. */
    public Optional<View> refuse(View view, ObjectNode errors) {
        return change(view.id(), old -> old.refused(errors));
    }

    private synchronized Optional<View> change(String viewId, UnaryOperator<View> change) {
        stacks.values().forEach(stack -> stack.replaceAll(one -> one.id().equals(viewId) ? change.apply(one) : one));
        homes.replaceAll((owner, one) -> one.id().equals(viewId) ? change.apply(one) : one);
        changes.elsewhere();
        return find(viewId);
    }

    /** Closes the top modal; the one below is seen again. */
    public synchronized void close(View view) {
        Optional.ofNullable(stacks.get(view.owner()))
                .ifPresent(stack -> stack.removeIf(one -> one.id().equals(view.id())));
        changes.elsewhere();
    }

    /** Closes all of a person's modals. */
    public synchronized void clear(String owner) {
        stacks.remove(owner);
        changes.elsewhere();
    }

    private String nextId() {
        return "V0%08d".formatted(count.incrementAndGet());
    }

    private String nextHash() {
        return "%d.%s".formatted(clock.epochSecond(), Long.toHexString(0x5eed_0000L + count.incrementAndGet()));
    }
}
