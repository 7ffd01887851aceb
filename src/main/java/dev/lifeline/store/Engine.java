package dev.lifeline.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes up the work that is due? On every replica that runs one; each instance is run by one of them at a time, at least once,
 * and by another when its replica dies.
 */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);

    /** One kind of work, done for one instance at a time. */
    public interface Job {

        /**
         * Does what is due now. May find nothing to do, since it is run at least once and sometimes early. What it throws has it
         * tried again later, with growing pauses.
         */
        void run(String instance);

        /** When is it due next, after a run? Empty when there is nothing left to do. */
        Optional<Instant> due(String instance);

        /**
         * Every instance that has work, now or later: asked at the start and now and then, in case one was lost. Those that tell no
         * time when they are due are run at once.
         */
        Collection<String> pending();
    }

    /** The look at everything that is watched; one replica at a time looks. */
    public interface Watch {

        /** Looks once at all, and says how long until the next look. Comes sooner when a request begins to be watched. */
        Duration tick();
    }

    /**
     * All that there is to do.
     *
     * @param answers by the id of what was asked
     * @param steps by the id of the request
     * @param deliveries by lane
     */
    public record Jobs(Job answers, Job steps, Job deliveries, Watch watch) {}

    /**
     * How fast?
     *
     * @param poll how often the database is looked at for what other replicas wrote; own work starts without waiting for it
     * @param heartbeat how often a replica shows that it lives; after four to six missed ones another takes over
     */
    public record Pace(Duration poll, Duration heartbeat) {
        public static final Pace USUAL = new Pace(Duration.ofMillis(200), Duration.ofSeconds(1));
    }

    private final List<Shift> shifts;
    private final Runnable sweep;
    private final Bell bell;
    private final HikariDataSource connections;
    private final Consumer<Set<Errand>> wake;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(Engine::thread);
    private final AtomicBoolean closed = new AtomicBoolean();

    Engine(List<Shift> shifts, Runnable sweep, Bell bell, HikariDataSource connections) {
        this.shifts = List.copyOf(shifts);
        this.sweep = sweep;
        this.bell = bell;
        this.connections = connections;
        this.wake = due -> this.shifts.forEach(shift -> shift.wake(due));
    }

    private static Thread thread(Runnable sweeping) {
        Thread thread = new Thread(sweeping, "lifeline-sweep");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes up what was left and then what becomes due. */
    public void start() {
        bell.listen(wake);
        sweep.run();
        shifts.forEach(Shift::start);
        ScheduledFuture<?> unused = sweeper.scheduleWithFixedDelay(
                sweep, BETWEEN_SWEEPS.toSeconds(), BETWEEN_SWEEPS.toSeconds(), TimeUnit.SECONDS);
        LOG.info("The engine runs");
    }

    /** Takes up nothing more and returns when the work in hand is done, within a few seconds. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        bell.silence(wake);
        sweeper.shutdownNow();
        stop();
        connections.close();
        LOG.info("The engine stands still");
    }

    /** All at once: each waits a few seconds for what it has in hand. */
    private void stop() {
        ExecutorService each = Executors.newFixedThreadPool(shifts.size());
        CompletableFuture<?>[] stops = shifts.stream()
                .map(shift -> CompletableFuture.runAsync(shift::stop, each))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stops).join();
        each.shutdown();
    }
}
