package dev.lifeline.simulation;

import dev.lifeline.rescue.RequestId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One life of a replica. It is killed or stands still at a call to something outside, before the call leaves or after its answer came;
 * the calls of the others go on meanwhile.
 */
final class ReplicaProcess {

    private static final double KILL_CHANCE = 0.0004;
    private static final double CRITICAL_CHANCE = 0.02;
    private static final Duration LONGEST_LATENCY = Duration.ofMillis(600);

    private final String name;
    private final SimulatedWorld world;
    private final HostClock clock;
    private final Deque<String> jobs = new ArrayDeque<>();
    private final Runnable onDeath;
    private boolean alive = true;
    private final long startedNanos;
    private long pausedUntilNanos;

    ReplicaProcess(String name, SimulatedWorld world, HostClock clock, Runnable onDeath) {
        this.name = name;
        this.world = world;
        this.clock = clock;
        this.onDeath = onDeath;
        this.startedNanos = world.time().nanos();
    }

    String name() {
        return name;
    }

    HostClock clock() {
        return clock;
    }

    boolean isAlive() {
        return alive;
    }

    void kill(String where) {
        if (!alive) return;
        alive = false;
        world.figures().countKill();
        world.trace(name, "killed " + where);
        onDeath.run();
    }

    void requireAlive() {
        if (!alive) throw new ProcessKilled();
    }

    /** How long it has lived without standing still. */
    Duration upFor() {
        if (!pauseLeft().isZero()) return Duration.ZERO;
        return Duration.ofNanos(world.time().nanos() - Math.max(startedNanos, pausedUntilNanos));
    }

    /** How long it still stands still. */
    Duration pauseLeft() {
        return Duration.ofNanos(Math.max(0, pausedUntilNanos - world.time().nanos()));
    }

    void pause(Duration by, String where) {
        pausedUntilNanos = Math.max(pausedUntilNanos, world.time().nanos() + by.toNanos());
        world.noteDisturbance(world.time().now().plus(by));
        world.figures().countPause();
        world.trace(name, "paused for " + by.toSeconds() + " s " + where);
    }

    /** A call to something outside: takes its time, and may be the last thing that this process does. */
    <T> T call(String what, Supplier<T> call) {
        point("before-" + what);
        world.time().advance(latency(what));
        requireAlive();
        T answer = call.get();
        point("after-" + what);
        requireAlive();
        return answer;
    }

    /** A point right before or after a command, where most depends on what happens. */
    void criticalPoint(String where) {
        point(where, CRITICAL_CHANCE);
    }

    /** A point at which the process may be killed or stopped. */
    void point(String where) {
        point(where, KILL_CHANCE);
    }

    private void point(String where, double chance) {
        requireAlive();
        if (world.seed().fault("kill@" + where, chance)) {
            kill(where);
            throw new ProcessKilled();
        }
        if (world.seed().fault("pause@" + where, 2 * chance)) pause(world.pauseLength(), where);
        standStill();
    }

    /** Lets the others go on while this process stands still. */
    private void standStill() {
        while (alive && !pauseLeft().isZero() && world.time().canAdvance())
            world.time().advance(pauseLeft());
        requireAlive();
    }

    private Duration latency(String what) {
        return world.seed().chance("slow@" + what, 0.1)
                ? world.seed().between("latency", Duration.ofMillis(1), LONGEST_LATENCY)
                : Duration.ofMillis(2);
    }

    /** Runs a job, so that what is ordered can be told by who ordered it. */
    <T> T runJob(String key, Supplier<T> job) {
        jobs.push(key);
        try {
            return job.get();
        } finally {
            jobs.pop();
        }
    }

    /** The key of the job that runs; of the innermost one, where one runs while another waits. */
    Optional<String> currentJob() {
        return Optional.ofNullable(jobs.peek());
    }

    /** Whether a job of that key runs, be it that another runs inside it. */
    boolean isRunning(String key) {
        return jobs.contains(key);
    }

    RequestId currentRequest() {
        return new RequestId(currentJob().orElseThrow());
    }
}
