package dev.lifeline.simulation;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong by itself, at any time: machines, clocks, and people who change things behind the bot's back. */
final class FaultSchedule {

    private static final Set<String> TEAM = Set.of("bruno", "dario", "gita", "chiara");

    private final SimulatedWorld world;
    private final Cluster cluster;
    private final HostClock serverClock;

    FaultSchedule(SimulatedWorld world, Cluster cluster, HostClock serverClock) {
        this.world = world;
        this.cluster = cluster;
        this.serverClock = serverClock;
    }

    void begin() {
        every("kill", Duration.ofMinutes(20), () -> process().ifPresent(process -> process.kill("at any time")));
        every(
                "pause",
                Duration.ofMinutes(15),
                () -> process().ifPresent(process -> process.pause(world.pauseLength(), "at any time")));
        every("host-clock-set", Duration.ofMinutes(60), this::setHostClock);
        every("server-clock-set", Duration.ofMinutes(180), () -> serverClock.step(step()));
        onDevices("device-hidden", Duration.ofMinutes(6), this::hide);
        onDevices(
                "read-of-one-fails",
                Duration.ofMinutes(15),
                () -> device().failToBeReadUntil(world.time()
                        .now()
                        .plus(world.seed().between("unreadable", Duration.ofMinutes(5), Duration.ofMinutes(30)))));
        onDevices(
                "foreign-transaction",
                Duration.ofMinutes(5),
                () -> world.account()
                        .backUp(
                                device(),
                                world.seed().between("backup", Duration.ofSeconds(30), Duration.ofMinutes(20))));
        onDevices("backup-before-launch", Duration.ofMinutes(5), this::backUpBeforeLaunch);
        onDevices(
                "rebooted-by-hand",
                Duration.ofMinutes(20),
                () -> world.account().reboot(traced("rebooted by hand")));
        onDevices(
                "reloaded-by-hand",
                Duration.ofMinutes(50),
                () -> world.account().reload(traced("reloaded by hand")));
        onDevices("powered-off", Duration.ofMinutes(12), this::powerOff);
        onDevices("renamed", Duration.ofMinutes(20), this::swapNames);
        onDevices(
                "cancelled", Duration.ofMinutes(400), () -> traced("cancelled").cancel());
        every("archived", Duration.ofMinutes(50), this::archive);
        every("deactivated", Duration.ofMinutes(20), this::deactivate);
        every("disabled", Duration.ofMinutes(20), this::disable);
        every("right-taken", Duration.ofMinutes(20), this::takeRight);
        every("team-without-right", Duration.ofMinutes(60), this::takeRightsOfTeam);
        every(
                "policy-changed",
                Duration.ofMinutes(25),
                () -> world.setPolicyRules(world.seed().pick("policy", SimulatedPolicies.all())));
    }

    /** Everything is put right again; what was done to devices stays. */
    void end() {
        world.seed().stopFaults();
        cluster.replicas().forEach(replica -> replica.clock().setRight());
        serverClock.setRight();
        world.humans().restoreAll();
        world.workspace().channels().forEach(world.workspace()::unarchive);
        cluster.replicas().forEach(Replica::startOrRetry);
    }

    /** What happens to single devices is as much more frequent as there are more of them. */
    private void onDevices(String kind, Duration mean, Runnable fault) {
        every(kind, mean.dividedBy(world.workload().deviceGroups()), fault);
    }

    private void every(String kind, Duration mean, Runnable fault) {
        Duration wait = world.seed().between("wait-" + kind, mean.dividedBy(4), mean.multipliedBy(2));
        world.time().schedule(wait, () -> {
            if (!world.seed().faultsActive()) return;
            if (world.seed().fault(kind, 0.7)) {
                world.trace("fault", kind);
                fault.run();
            }
            every(kind, mean, fault);
        });
    }

    private Optional<ReplicaProcess> process() {
        return world.seed().pick("victim", cluster.replicas()).process();
    }

    /** Half of the time one on which the bot acts, or is about to. */
    private SimulatedDevice device() {
        List<SimulatedDevice> requested = world.orders().requestedDevices();
        if (!requested.isEmpty() && world.seed().chance("device", 0.5))
            return world.seed().pick("device", requested);
        return world.seed().pick("device", world.account().devices());
    }

    private SimulatedDevice traced(String what) {
        SimulatedDevice device = device();
        world.trace(device.hostname(), what);
        return device;
    }

    private Duration step() {
        return world.seed()
                .pick(
                        "step",
                        List.of(
                                Duration.ofHours(-1),
                                Duration.ofHours(1),
                                Duration.ofSeconds(-10),
                                Duration.ofMinutes(20),
                                Duration.ofMinutes(-20)));
    }

    private void setHostClock() {
        Duration step = step();
        world.trace("fault", "host clock by " + step);
        world.seed().pick("victim", cluster.replicas()).clock().step(step);
    }

    private void hide() {
        Duration longest = world.seed().chance("hide-long", 0.3) ? Duration.ofMinutes(20) : Duration.ofSeconds(20);
        device().hideUntil(world.time().now().plus(world.seed().between("hide", Duration.ofSeconds(1), longest)));
    }

    private void powerOff() {
        world.account()
                .powerOff(
                        traced("powered off by hand"),
                        world.seed().between("off", Duration.ofMinutes(5), Duration.ofMinutes(40)));
    }

    /** Whoever is about to rescue a machine saves its disks first: the launch waits for that. */
    private void backUpBeforeLaunch() {
        List<SimulatedDevice> waiting = world.orders().waitingDevices();
        if (waiting.isEmpty()) return;
        SimulatedDevice device = world.seed().pick("backup-before-launch", waiting);
        world.account()
                .backUp(
                        device,
                        world.seed().between("backup-before-launch", Duration.ofMinutes(2), Duration.ofMinutes(12)));
    }

    /** Two machines get each other's name: whoever types it means the one that has it now. */
    private void swapNames() {
        List<SimulatedDevice> waiting = world.orders().waitingDevices();
        SimulatedDevice one = waiting.isEmpty() ? device() : world.seed().pick("renamed-while-it-waits", waiting);
        SimulatedDevice other = device();
        String name = one.hostname();
        one.rename(other.hostname(), world.time().now());
        other.rename(name, world.time().now());
    }

    private void archive() {
        world.workspace().archive(SimulatedWorkspace.INCIDENT);
        world.time()
                .schedule(
                        world.seed().between("archived", Duration.ofMinutes(1), Duration.ofMinutes(40)),
                        () -> world.workspace().unarchive(SimulatedWorkspace.INCIDENT));
    }

    private void deactivate() {
        SlackUser user = world.seed().pick("person", world.humans().slackUsers());
        world.trace(user.id().value(), "deactivated");
        world.humans().setKind(user.id(), SlackUser.UserKind.DEACTIVATED);
        later(() -> world.humans().setKind(user.id(), SlackUser.UserKind.MEMBER));
    }

    private void disable() {
        CloudUser user = world.seed().pick("cloud-user", world.humans().cloudUsers());
        world.trace(user.username(), "disabled");
        world.humans().setStatus(user.id(), CloudUser.Status.DISABLED);
        later(() -> world.humans().setStatus(user.id(), CloudUser.Status.ACTIVE));
    }

    private void takeRight() {
        CloudUser user = world.seed().pick("cloud-user", world.humans().cloudUsers());
        world.trace(user.username(), "lost the right");
        world.humans().setPermission(user.id(), false);
        later(() -> world.humans().setPermission(user.id(), true));
    }

    /** Everybody who is asked to approve loses the right at once, as when somebody tidies up a group. */
    private void takeRightsOfTeam() {
        List<CloudUser> team = world.humans().cloudUsers().stream()
                .filter(user -> TEAM.contains(world.humans().human(user.id())))
                .toList();
        world.trace("team", "lost the right");
        team.forEach(user -> world.humans().setPermission(user.id(), false));
        later(() -> team.forEach(user -> world.humans().setPermission(user.id(), true)));
    }

    private void later(Runnable undo) {
        world.time().schedule(world.seed().between("undone", Duration.ofMinutes(2), Duration.ofMinutes(60)), undo);
    }
}
