package dev.lifeline.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a person needs to see of a failing seed: how to replay it, the faults that it takes, and how it ended. */
final class SimulationReport {

    private static final int LAST_LINES = 60;
    private static final int MAX_SHRINK_ATTEMPTS = 60;
    /** A large account takes seconds. */
    private static final long MAX_SHRINK_NANOS = Duration.ofSeconds(90).toNanos();

    private SimulationReport() {}

    /** Shrinks the seed and describes the smallest run that fails in the same promise. */
    static String describe(SimulationResult failed) {
        String promise = failed.violation().orElseThrow().promise();
        long end = System.nanoTime() + MAX_SHRINK_NANOS;
        Shrinker shrinker = new Shrinker(
                without -> System.nanoTime() < end
                        && Simulation.run(failed.seed(), without)
                                .violation()
                                .filter(violation -> violation.promise().equals(promise))
                                .isPresent(),
                MAX_SHRINK_ATTEMPTS);
        Set<String> leftOut = shrinker.shrink(failed.faults());
        SimulationResult smallest = Simulation.run(failed.seed(), leftOut);
        List<String> lines = smallest.trace();
        return """
                seed %d violates %s
                replay: mvn test -Dtest=SimulationTest -Dseed=%d
                faults: %d of %d suffice: %s
                the smallest run ends with
                %s
                """.formatted(
                        failed.seed(),
                        failed.violation().orElseThrow(),
                        failed.seed(),
                        smallest.faults().size(),
                        failed.faults().size(),
                        smallest.faults(),
                        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }
}
