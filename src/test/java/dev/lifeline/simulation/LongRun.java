package dev.lifeline.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Simulates seed after seed until its ledger holds so many rescues; goes on after a broken promise. What the ledger holds already is not
 * run again, so that nights add up, and processes that share a ledger share the work.
 */
final class LongRun {

    private static final long TELL_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Supplier<RealDatabase> databases;
    private final Ledger ledger;
    private final Consumer<String> output;
    private long toldNanos = System.nanoTime();

    LongRun(Supplier<RealDatabase> databases, Ledger ledger, Consumer<String> output) {
        this.databases = databases;
        this.ledger = ledger;
        this.output = output;
    }

    /**
     * Runs every so many-th seed.
     *
     * @param firstSeed of this process
     * @param step how many processes share the seeds
     */
    void run(long firstSeed, int step, long rescues) {
        for (long seed = firstSeed; ledger.figures().rescues() < rescues; seed += step) {
            if (ledger.isDone(seed)) continue;
            long before = processorMillis();
            SimulationResult result = Simulation.run(seed, Set.of(), databases);
            ledger.add(result, processorMillis() - before);
            result.violation()
                    .ifPresent(
                            violation -> output.accept("simulation: seed " + result.seed() + " violates " + violation));
            if (System.nanoTime() - toldNanos > TELL_EVERY_NANOS) tell();
        }
        tell();
    }

    private static long processorMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private void tell() {
        toldNanos = System.nanoTime();
        Figures all = ledger.figures();
        output.accept(
                "simulation: %s; %.1f rescues for each second of a processor; %d rescues of this build; %d violations"
                        .formatted(
                                all,
                                all.rescues() / Math.max(1, ledger.seconds()),
                                ledger.figuresOfThisBuild().rescues(),
                                ledger.violations().size()));
    }

    /** Shares the seeds between so many processes, and waits for all of them; their output is this process's. */
    static void runProcesses(Path ledger, long firstSeed, int count, long rescues) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) processes.add(start(ledger, firstSeed + i, count, rescues));
        try {
            for (Process process : processes)
                if (process.waitFor() != 0) throw new IllegalStateException("a process of the simulation failed");
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private static Process start(Path ledger, long firstSeed, int step, long rescues) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongRun.class.getName(),
                        ledger.toString(),
                        Long.toString(firstSeed),
                        Integer.toString(step),
                        Long.toString(rescues))
                .inheritIO()
                .start();
    }

    /** One of several processes: the ledger, its first seed, how many share the seeds, and how many rescues are to be in the ledger. */
    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        Ledger ledger = new Ledger(Path.of(arguments[0]), Build.fingerprint());
        new LongRun(InMemorySqlite::new, ledger, System.out::println)
                .run(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    }
}
