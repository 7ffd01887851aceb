package dev.lifeline.simulation;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceId;
import dev.lifeline.store.database.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One simulation: a seed, an installation and its world, an hour of faults, and what comes of it when they stop. */
final class Simulation {

    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final HostClock serverClock;
    private final Cluster cluster;
    private final ReplicaStore observed;
    private final Invariants invariants;

    private Simulation(long seedValue, Set<String> suppressed, RealDatabase realDatabase) {
        Seed seed = new Seed(seedValue, suppressed);
        this.world = new SimulatedWorld(seed, Workload.of(seedValue));
        this.serverClock = new HostClock(world.time(), 1.0, Duration.ofSeconds(seed.nextInt("server-clock", 20)));
        this.database = new SimulatedDatabase(
                realDatabase, world, () -> serverClock.instant().toEpochMilli());
        this.observed = new ReplicaStore(
                "observed", database.observed(), database.dialect(), world.time()::now, world.time()::nanos, false);
        world.orders().observe(observed);
        this.cluster = new Cluster(world, database);
        this.invariants = new Invariants(world, database, observed);
    }

    /** Runs a seed, without the faults that are named. */
    static SimulationResult run(long seed, Set<String> suppressed) {
        return run(seed, suppressed, InMemorySqlite::new);
    }

    @SuppressWarnings("try") // the log is searched while the search is open
    static SimulationResult run(long seed, Set<String> suppressed, Supplier<RealDatabase> databases) {
        try (RealDatabase database = databases.get()) {
            Simulation simulation = new Simulation(seed, suppressed, database);
            try (LogSearch search = new LogSearch(SimulatedWorld.PLANTED_SECRET, simulation::secretLogged)) {
                return simulation.run(seed);
            }
        }
    }

    private void secretLogged(String logger) {
        world.violated("P6", "the secret is in a line of " + logger);
    }

    private SimulationResult run(long seed) {
        world.afterEach(this::afterEach);
        addDevices();
        addLinks();
        addReplicas();
        SimulatedPeople people = new SimulatedPeople(world, cluster);
        FaultSchedule faults = new FaultSchedule(world, cluster, serverClock);
        people.begin();
        new Watchfulness(world, database, cluster, observed).begin();
        faults.begin();
        Workload workload = world.workload();
        pass(workload.faultTime().minus(workload.lastRequestBefore()));
        people.finish();
        pass(workload.lastRequestBefore());
        if (world.violation().isEmpty()) new Settlement(world, observed, people, faults).settle(this::pass);
        if (world.violation().isEmpty()) invariants.checkFinally(cluster.acknowledged(), people.deeds());
        world.figures()
                .countSeed(world.time().executed(), world.time().elapsed().toHours());
        return new SimulationResult(
                seed,
                world.violation(),
                world.seed().injected(),
                world.trace().digest(),
                world.trace().lines(),
                world.figures());
    }

    private void afterEach() {
        cluster.wakeDue();
        invariants.check();
    }

    /** Lets time pass, up to the first violation. */
    private void pass(Duration duration) {
        Duration end = world.time().elapsed().plus(duration);
        while (world.violation().isEmpty() && world.time().elapsed().compareTo(end) < 0)
            world.time().advance(Duration.ofSeconds(10));
    }

    private void addDevices() {
        SimulatedAccount account = world.account();
        account.add(DeviceId.virtualGuest(7001), "tiny-01", false, SimulatedDevice.Visibility.HOST_KEY);
        account.add(DeviceId.virtualGuest(7002), "tiny-02", false, SimulatedDevice.Visibility.FIREWALLED);
        account.add(DeviceId.virtualGuest(7003), "tiny-03", false, SimulatedDevice.Visibility.OPEN_PORT);
        for (int i = 4; i <= 8; i++)
            account.add(DeviceId.virtualGuest(7000L + i), "tiny-0" + i, false, SimulatedDevice.Visibility.HOST_KEY);
        account.add(DeviceId.virtualGuest(7011), "web-01", true, SimulatedDevice.Visibility.HOST_KEY);
        account.add(DeviceId.virtualGuest(7012), "web-02", true, SimulatedDevice.Visibility.FIREWALLED);
        account.add(DeviceId.hardware(1001), "tiny-metal-01", false, SimulatedDevice.Visibility.HOST_KEY);
        account.add(DeviceId.hardware(1002), "db-02", true, SimulatedDevice.Visibility.HOST_KEY);
        for (int group = 1; group < world.workload().deviceGroups(); group++) addDevices(group);
    }

    /** The further devices of a large account. */
    private void addDevices(int group) {
        SimulatedAccount account = world.account();
        for (int i = 1; i <= 7; i++)
            account.add(
                    DeviceId.virtualGuest(20_000L + 100L * group + i),
                    "app-" + group + "-" + i,
                    false,
                    SimulatedDevice.Visibility.HOST_KEY);
        account.add(
                DeviceId.virtualGuest(20_000L + 100L * group + 8),
                "win-" + group,
                false,
                SimulatedDevice.Visibility.OPEN_PORT);
        account.add(
                DeviceId.virtualGuest(20_000L + 100L * group + 9),
                "dmz-" + group,
                false,
                SimulatedDevice.Visibility.FIREWALLED);
        account.add(
                DeviceId.virtualGuest(20_000L + 100L * group + 10),
                "shop-" + group,
                true,
                SimulatedDevice.Visibility.HOST_KEY);
        account.add(
                DeviceId.hardware(2_000L + 10L * group), "metal-" + group, false, SimulatedDevice.Visibility.HOST_KEY);
        account.add(DeviceId.hardware(2_001L + 10L * group), "db-1" + group, true, SimulatedDevice.Visibility.HOST_KEY);
    }

    private void addLinks() {
        link("U0ELENA", 100);
        link("U0CHIARA", 103);
        link("U0DARIO", 105);
        link("U0DARIO2", 106);
        link("U0HUGO", 108);
        link("U0HUGO2", 108);
    }

    private void link(String slackUser, long cloudUser) {
        observed.accountLinks()
                .save(AccountLink.verified(
                        world.humans().slackUser(new SlackUserId(slackUser)),
                        new CloudUserId(cloudUser),
                        SimulatedTime.START.minus(Duration.ofDays(30))));
    }

    /** A single process on a file, by its host's clock; or replicas on a server, by the server's. */
    private void addReplicas() {
        int count = world.seed().pick("replicas", List.of(1, 1, 2, 3));
        boolean onServer = count > 1 || database.dialect() == Dialect.POSTGRESQL;
        for (int i = 1; i <= count; i++) {
            double rate = 1.0 + (world.seed().nextInt("drift", 200) - 100) * 1e-6;
            Duration offset = Duration.ofSeconds(world.seed().nextInt("host-clock", 24) - 12L);
            HostClock clock = new HostClock(world.time(), rate, offset);
            cluster.add(new Replica("replica" + i, world, database, clock, onServer));
        }
    }

    static Optional<Violation> violation(long seed, Set<String> suppressed) {
        return run(seed, suppressed).violation();
    }
}
