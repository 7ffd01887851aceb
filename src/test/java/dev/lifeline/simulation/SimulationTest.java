package dev.lifeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The bot under simulated faults (src/docs/simulation.md). {@code -Dseed=N} replays one seed, {@code -Dsimulation.from=N} begins with
 * another than the first.
 */
class SimulationTest {

    private static final long SECONDS = Long.getLong("simulation.seconds", 60);
    private static final long RESCUES = Long.getLong("simulation.rescues", 1_000_000);

    private static final long POSTGRESQL_RESCUES = Long.getLong("simulation.postgresql.rescues", 1_000);

    private static final int PROCESSES =
            Integer.getInteger("simulation.processes", Runtime.getRuntime().availableProcessors());

    private static final long[] FOUND_SOMETHING = {7, 12, 21, 60, 63, 81, 86, 128};

    private static final long START = Long.getLong("simulation.from", 1);

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static Optional<Level> levelBefore = Optional.empty();

    /** What fails on purpose would fill the log. */
    @BeforeAll
    static void silenceLog() {
        levelBefore = Optional.ofNullable(ROOT.getLevel());
        ROOT.setLevel(Level.OFF);
    }

    @AfterAll
    static void restoreLog() {
        ROOT.setLevel(levelBefore.orElse(Level.ERROR));
    }

    @Test
    void the_same_seed_gives_the_same_trace() {
        SimulationResult first = Simulation.run(1, Set.of());

        assertThat(Simulation.run(1, Set.of()).digest()).isEqualTo(first.digest());
        assertThat(Simulation.run(2, Set.of()).digest()).isNotEqualTo(first.digest());
    }

    /** Those that once found something come first. */
    @Test
    void no_promise_is_broken_in_as_many_seeds_as_fit() {
        LongStream seeds =
                LongStream.concat(LongStream.of(FOUND_SOMETHING), LongStream.iterate(START, seed -> seed + 1));
        Figures figures = isReplay() ? run(LongStream.of(firstSeed())) : runThoseThatFit(seeds, SECONDS * 2 / 3);
        System.out.println("simulation: " + figures);
    }

    @Test
    @DisabledIfSystemProperty(named = "seed", matches = ".+")
    void no_promise_is_broken_in_as_many_seeds_of_large_accounts_as_fit() {
        LongStream seeds = LongStream.iterate(firstLargeSeed(), seed -> seed + 1);
        System.out.println("simulation: " + runThoseThatFit(seeds, SECONDS / 3));
    }

    /** At least one, and none begins of which the longest so far says that it would not end in time. */
    private static Figures runThoseThatFit(LongStream seeds, long seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        AtomicLong longest = new AtomicLong();
        AtomicLong begun = new AtomicLong(System.nanoTime());
        return run(seeds.takeWhile(seed -> {
            long now = System.nanoTime();
            longest.accumulateAndGet(now - begun.getAndSet(now), Math::max);
            return now + longest.get() < end;
        }));
    }

    /**
     * Goes on where the ledger ends (-Dsimulation.ledger=FILE), in as many processes as there are processors
     * (-Dsimulation.processes=N).
     */
    @Test
    @Tag("long")
    void no_promise_is_broken_in_a_million_simulated_rescues(@TempDir Path folder) throws Exception {
        Path ledger = Path.of(System.getProperty(
                "simulation.ledger", folder.resolve("ledger.txt").toString()));
        LongRun.runProcesses(ledger, firstLargeSeed(), PROCESSES, RESCUES);

        Ledger run = new Ledger(ledger, Build.fingerprint());
        assertThat(run.figures().rescues()).isGreaterThanOrEqualTo(RESCUES);
        assertThat(run.violations()).isEmpty();
    }

    @Test
    @Tag("long")
    @EnabledIfEnvironmentVariable(
            named = PostgresqlSchema.URL_VARIABLE,
            matches = ".+",
            disabledReason = PostgresqlSchema.URL_VARIABLE + " names no PostgreSQL to simulate on")
    void no_promise_is_broken_on_postgresql(@TempDir Path folder) {
        Ledger ledger = new Ledger(folder.resolve("ledger.txt"), Build.fingerprint());
        new LongRun(PostgresqlSchema::new, ledger, System.out::println).run(firstSeed(), 1, POSTGRESQL_RESCUES);

        assertThat(ledger.violations()).isEmpty();
    }

    private static Figures run(LongStream seeds) {
        Figures figures = new Figures();
        seeds.forEach(seed -> {
            SimulationResult result = Simulation.run(seed, Set.of());
            requireNoViolation(result);
            figures.add(result.figures());
        });
        return figures;
    }

    private static boolean isReplay() {
        return Long.getLong("seed") != null;
    }

    /** The first of many, or the one that is replayed. */
    private static long firstSeed() {
        return Long.getLong("seed", START);
    }

    private static long firstLargeSeed() {
        return Math.max(firstSeed(), Workload.FIRST_LARGE_SEED);
    }

    private static void requireNoViolation(SimulationResult result) {
        result.violation().ifPresent(violation -> {
            throw new AssertionError(SimulationReport.describe(result));
        });
    }
}
