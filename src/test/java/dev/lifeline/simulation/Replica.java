package dev.lifeline.simulation;

import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.link.LinkPageHandler;
import dev.lifeline.message.model.Page;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.WorkerPool;
import dev.lifeline.store.jobs.SteppedEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A machine on which the bot runs: it is started, dies, and is started again. */
final class Replica {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(60);
    private static final Duration CLOCK_INTERVAL = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration DEAD_CHECK_INTERVAL = Duration.ofSeconds(2);
    private static final Duration LONGEST_RESTART = Duration.ofSeconds(90);
    private static final int POLL_INTERVAL_MILLIS = 200;
    private static final int IN_HAND_MILLIS = 20;

    private final String name;
    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final HostClock clock;
    private final boolean sharedClock;
    private final Map<WorkerPool, Instant> wakeups = new EnumMap<>(WorkerPool.class);
    private Optional<Life> life = Optional.empty();
    private boolean beating;
    private boolean watching;
    private boolean beatingInHand;
    private int lives;

    private record Life(ReplicaProcess process, ReplicaStore store, SteppedEngine engine, LinkPageHandler linkPages) {}

    Replica(String name, SimulatedWorld world, SimulatedDatabase database, HostClock clock, boolean sharedClock) {
        this.name = name;
        this.world = world;
        this.database = database;
        this.clock = clock;
        this.sharedClock = sharedClock;
    }

    HostClock clock() {
        return clock;
    }

    Optional<ReplicaProcess> process() {
        return life.map(Life::process).filter(ReplicaProcess::isAlive);
    }

    /** Starts a new process, unless one runs. */
    private void start() {
        if (process().isPresent()) return;
        lives++;
        ReplicaProcess process = new ReplicaProcess(name + "." + lives, world, clock, this::onDeath);
        ReplicaStore store = new ReplicaStore(
                process.name(), database.dataSource(process), database.dialect(), clock, clock::nanoTime, sharedClock);
        ReplicaWiring wiring = new ReplicaWiring(store, process, world);
        SteppedEngine engine = store.engine(process.name(), wiring.jobs());
        life = Optional.of(new Life(process, store, engine, wiring.linkPages()));
        wakeups.clear();
        beating = false;
        watching = false;
        beatingInHand = false;
        world.trace(process.name(), "started");
        store.open();
        engine.sweep();
        Life started = life.get();
        store.onInHand(jobType -> takeInHand(started, jobType));
        engine.openLease();
        repeat(process, CLOCK_INTERVAL, engine::synchronizeClock);
        repeat(process, SWEEP_INTERVAL, engine::sweep);
    }

    private void onDeath() {
        Duration downtime = world.seed().faultsActive()
                ? world.seed().between("restart", Duration.ofSeconds(1), LONGEST_RESTART)
                : Duration.ofSeconds(1);
        world.time().schedule(downtime, this::startOrRetry);
    }

    /** A start may fail at the database, as any transaction, or be cut off; another one follows then. */
    void startOrRetry() {
        try {
            start();
        } catch (RuntimeException e) {
            process().ifPresent(process -> process.kill("at its start"));
        } catch (ProcessKilled killed) {
            // its death has the next start follow
        }
    }

    private void repeat(ReplicaProcess process, Duration interval, Runnable work) {
        world.time().schedule(interval, process, () -> {
            attempt(work);
            repeat(process, interval, work);
        });
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            world.trace(name, "failed: " + e.getClass().getSimpleName());
        }
    }

    /** Has the pools woken when their next rows are due by this replica's clock. */
    void wakeAt(Map<JobType, Instant> due) {
        life.filter(current -> current.process().isAlive()).ifPresent(current -> {
            Instant now = current.engine().now();
            due.forEach((jobType, at) -> wake(current, pool(jobType), Duration.between(now, at)));
            if (database.hasPicked()) watchForDead(current);
            if (database.hasOwned()) beatInHand(current);
        });
    }

    /** A worker takes up what was handed over to this process. */
    private void takeInHand(Life current, JobType jobType) {
        Duration delay = Duration.ofMillis(1L + world.seed().nextInt("in-hand-" + name, IN_HAND_MILLIS));
        world.time().schedule(delay, current.process(), () -> {
            attempt(() -> current.engine().runInHand(jobType));
            database.touch();
        });
    }

    /** While something is in the hands of a process, the lease of the own one is prolonged, and whoever lets it end is looked for. */
    private void beatInHand(Life current) {
        if (beatingInHand) return;
        beatingInHand = true;
        world.time().schedule(HEARTBEAT_INTERVAL, current.process(), () -> {
            beatingInHand = false;
            attempt(current.engine()::beatInHand);
            if (database.hasOwned()) beatInHand(current);
        });
    }

    /** While something is picked, whoever does not beat is looked for. */
    private void watchForDead(Life current) {
        if (watching) return;
        watching = true;
        world.time().schedule(DEAD_CHECK_INTERVAL, current.process(), () -> {
            watching = false;
            attempt(current.engine()::reviveDead);
            if (database.hasPicked()) watchForDead(current);
        });
    }

    private void beat(Life current) {
        if (beating) return;
        beating = true;
        world.time().schedule(HEARTBEAT_INTERVAL, current.process(), () -> {
            beating = false;
            if (!current.engine().isRunning()) return;
            attempt(current.engine()::beat);
            beat(current);
        });
    }

    private static WorkerPool pool(JobType jobType) {
        for (WorkerPool pool : WorkerPool.values()) if (pool.jobTypes().contains(jobType)) return pool;
        throw new IllegalArgumentException("no pool runs " + jobType);
    }

    private void wake(Life current, WorkerPool pool, Duration delay) {
        Duration wait = delay.isNegative() ? Duration.ZERO : delay;
        Duration jittered = wait.plusMillis(1L + world.seed().nextInt("poll-" + name, POLL_INTERVAL_MILLIS));
        Instant at = world.time().now().plus(jittered);
        Instant planned = wakeups.get(pool);
        if (planned != null && !at.isBefore(planned)) return;
        wakeups.put(pool, at);
        world.time().schedule(jittered, current.process(), () -> poll(current, pool, at));
    }

    private void poll(Life current, WorkerPool pool, Instant at) {
        if (!at.equals(wakeups.get(pool))) return;
        wakeups.remove(pool);
        beat(current);
        attempt(() -> current.engine().poll(pool));
        database.touch();
    }

    /** The page that answers a browser; an exception means that it gets none. */
    Page serve(Function<LinkPageHandler, Page> request) {
        Life current = life.filter(lived -> lived.process().isAlive()).orElseThrow(ProcessKilled::new);
        return request.apply(current.linkPages());
    }

    /** Takes what Slack delivers; an exception means that Slack gets no answer. */
    void receive(Interaction sent) {
        Life current = life.filter(lived -> lived.process().isAlive()).orElseThrow(ProcessKilled::new);
        current.process().requireAlive();
        current.store()
                .inbox()
                .add(new Interaction(
                        sent.id(),
                        sent.user(),
                        sent.channel(),
                        sent.payload(),
                        sent.responseUrl(),
                        current.store().clock().instant()));
    }
}
