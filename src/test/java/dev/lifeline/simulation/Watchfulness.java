package dev.lifeline.simulation;

import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to hold in the middle of faults: while a replica is up, nobody waits long for an answer, and no device is left unwatched. Work
 * that an unharmed process is at may take longer: it waits for a call.
 */
final class Watchfulness {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(25);
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final Cluster cluster;
    private final ReplicaStore observed;

    Watchfulness(SimulatedWorld world, SimulatedDatabase database, Cluster cluster, ReplicaStore observed) {
        this.world = world;
        this.database = database;
        this.cluster = cluster;
        this.observed = observed;
    }

    void begin() {
        world.time().schedule(INTERVAL, () -> {
            if (isAnyReplicaUpFor(PATIENCE)) check();
            if (isAnyReplicaUpFor(LONG_PATIENCE)) checkOutcomes();
            begin();
        });
    }

    private boolean isAnyReplicaUpFor(Duration least) {
        return cluster.replicas().stream()
                .flatMap(replica -> replica.process().stream())
                .anyMatch(process -> process.upFor().compareTo(least) > 0);
    }

    private void check() {
        Set<String> underWay = underWay();
        for (String id : database.pendingInteractions())
            if (cluster.acknowledgedFor(id).compareTo(PATIENCE) > 0
                    && !underWay.contains("interactions " + id)
                    && !isInHand(id)) world.violated("P2", "interaction " + id + " waits although a replica is up");
        boolean watched = observed.requests().findOpen().stream().anyMatch(Watchfulness::isPolled);
        if (!watched) world.notePoll();
        if (watched && world.sinceLastPoll().compareTo(PATIENCE) > 0 && !underWay.contains("device_poll everything"))
            world.violated("P10", "no device is watched although a replica is up");
        if (!underWay.contains("device_poll everything")) checkTold();
    }

    /** Everybody could see that a device is in rescue; the bot says so in time. */
    private void checkTold() {
        for (RescueRequest request : observed.requests().findOpen()) {
            boolean untold = request.stage() instanceof Stage.Launching || request.stage() instanceof Stage.Booting;
            world.account()
                    .find(request.device().id())
                    .filter(device ->
                            device.rescuedFor().filter(request.id()::equals).isPresent())
                    .filter(device -> untold
                            && device.visiblyInRescueFor(world.time().now()).compareTo(PATIENCE) > 0)
                    .ifPresent(device -> world.violated(
                            "P10", device.hostname() + " is in rescue, which is not told by " + request.id()));
        }
    }

    /** Everybody could see that a launch did not take; the bot says so in time. */
    private void checkOutcomes() {
        for (RescueRequest request : observed.requests().findOpen())
            world.account()
                    .find(request.device().id())
                    .filter(device -> request.stage() instanceof Stage.Booting
                            && device.visiblyInstalledFor(world.time().now()).compareTo(LONG_PATIENCE) > 0)
                    .ifPresent(device -> world.violated(
                            "P3",
                            request.id() + " is told as booting while " + device.hostname() + " runs its system"));
    }

    /** Whether a process that lives runs it without a row, as what it took in hand. */
    private boolean isInHand(String key) {
        return cluster.replicas().stream()
                .flatMap(replica -> replica.process().stream())
                .anyMatch(process -> process.isRunning(key));
    }

    private static boolean isPolled(RescueRequest request) {
        return request.stage().isPolled();
    }

    /** What a process that lives is at. */
    private Set<String> underWay() {
        List<String> alive = cluster.replicas().stream()
                .flatMap(replica -> replica.process().stream())
                .map(ReplicaProcess::name)
                .toList();
        Set<String> underWay = new HashSet<>();
        for (SimulatedDatabase.PickedRow row : database.picked())
            if (alive.contains(row.pickedBy())) underWay.add(row.task());
        return underWay;
    }
}
