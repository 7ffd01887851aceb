package dev.lifeline.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Simulates seed after seed until there were so many rescues. Tells regularly how far it came and with what to go on, so that one that was
 * interrupted is not lost; goes on after a broken promise.
 */
final class LongRun {

    private static final long TELL_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Supplier<RealDatabase> databases;
    private final Consumer<String> output;
    private final Figures figures = new Figures();
    private final List<String> violations = new ArrayList<>();
    private final long startNanos = System.nanoTime();
    private long toldNanos = startNanos;

    LongRun(Supplier<RealDatabase> databases, Consumer<String> output) {
        this.databases = databases;
        this.output = output;
    }

    /** What promises were broken, in which seeds. */
    List<String> run(long firstSeed, long rescues) {
        long seed = firstSeed;
        for (; figures.rescues() < rescues; seed++) {
            if (Simulation.OPEN_SEEDS.contains(seed)) continue;
            add(Simulation.run(seed, Set.of(), databases));
            if (System.nanoTime() - toldNanos > TELL_EVERY_NANOS) tell(seed + 1, rescues - figures.rescues());
        }
        tell(seed, 0);
        return List.copyOf(violations);
    }

    private void add(SimulationResult result) {
        figures.add(result.figures());
        result.violation().ifPresent(violation -> {
            violations.add("seed " + result.seed() + " violates " + violation);
            output.accept("simulation: seed " + result.seed() + " violates " + violation);
        });
    }

    private void tell(long nextSeed, long rescuesLeft) {
        toldNanos = System.nanoTime();
        double seconds = Duration.ofNanos(toldNanos - startNanos).toMillis() / 1000.0;
        output.accept(
                "simulation: %s; %.1f rescues/s; %d violations; to go on: -Dsimulation.from=%d -Dsimulation.rescues=%d"
                        .formatted(
                                figures,
                                figures.rescues() / seconds,
                                violations.size(),
                                nextSeed,
                                Math.max(0, rescuesLeft)));
    }
}
