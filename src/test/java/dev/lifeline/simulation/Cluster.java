package dev.lifeline.simulation;

import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.link.LinkPageHandler;
import dev.lifeline.message.model.Page;
import dev.lifeline.store.database.JobType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The replicas of one installation, and Slack's way to them. */
final class Cluster {

    private static final List<Duration> SLACK_RETRIES =
            List.of(Duration.ofSeconds(3), Duration.ofSeconds(60), Duration.ofMinutes(5));

    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final List<Replica> replicas = new ArrayList<>();
    private final Map<String, Duration> acknowledged = new HashMap<>();
    private long seenWrites = -1;

    Cluster(SimulatedWorld world, SimulatedDatabase database) {
        this.world = world;
        this.database = database;
    }

    void add(Replica replica) {
        replicas.add(replica);
        replica.startOrRetry();
    }

    List<Replica> replicas() {
        return List.copyOf(replicas);
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged.keySet());
    }

    /** How long ago an interaction was acknowledged. */
    Duration acknowledgedFor(String id) {
        Duration now = world.time().elapsed();
        return now.minus(acknowledged.getOrDefault(id, now));
    }

    /** After each event: whoever has something due is woken for it. */
    void wakeDue() {
        if (database.writes() == seenWrites) return;
        seenWrites = database.writes();
        Map<JobType, Instant> due = database.nextDue();
        replicas.forEach(replica -> replica.wakeAt(due));
    }

    /** Slack delivers an interaction, again where it gets no answer in time, and sometimes twice. */
    void deliver(Interaction interaction) {
        world.figures().countInteraction();
        Duration delay = world.seed().fault("delivered-late", 0.02)
                ? world.seed().between("lateness", Duration.ofSeconds(5), Duration.ofMinutes(10))
                : Duration.ofMillis(50);
        if (world.seed().fault("never-delivered", 0.005)) return;
        attempt(interaction, delay, 0);
        if (world.seed().fault("delivered-twice", 0.03))
            attempt(interaction, delay.plusSeconds(1), SLACK_RETRIES.size());
    }

    private void attempt(Interaction interaction, Duration delay, int attempts) {
        world.time().schedule(delay, () -> {
            Optional<Replica> target = target();
            target.flatMap(Replica::process)
                    .ifPresent(process -> world.time()
                            .schedule(Duration.ZERO, process, () -> receive(target.orElseThrow(), interaction)));
            if (attempts < SLACK_RETRIES.size())
                world.time().schedule(SLACK_RETRIES.get(attempts), () -> {
                    if (!acknowledged.containsKey(interaction.id())) attempt(interaction, Duration.ZERO, attempts + 1);
                });
        });
    }

    /**
     * Has some replica show a page. Where none is up, or it dies on the way or fails, nobody sees one.
     *
     * @param shown gets the page
     */
    void serve(Function<LinkPageHandler, Page> request, Consumer<Page> shown) {
        target().ifPresent(replica -> replica.process()
                .ifPresent(
                        process -> world.time().schedule(Duration.ZERO, process, () -> show(replica, request, shown))));
    }

    private void show(Replica replica, Function<LinkPageHandler, Page> request, Consumer<Page> shown) {
        try {
            shown.accept(replica.serve(request));
        } catch (RuntimeException e) {
            world.trace("browser", "no page: " + e.getClass().getSimpleName());
        }
    }

    private Optional<Replica> target() {
        List<Replica> up = replicas.stream()
                .filter(replica -> replica.process().isPresent())
                .toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(world.seed().pick("replica", up));
    }

    private void receive(Replica replica, Interaction interaction) {
        try {
            replica.receive(interaction);
            if (!world.seed().fault("ack-lost", 0.01))
                acknowledged.putIfAbsent(interaction.id(), world.time().elapsed());
        } catch (RuntimeException e) {
            world.trace("slack", "no ack for " + interaction.id());
        }
    }
}
