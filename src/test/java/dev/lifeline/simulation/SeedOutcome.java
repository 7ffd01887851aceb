package dev.lifeline.simulation;

import java.util.List;
import java.util.Optional;

/**
 * One line of a {@link Ledger}: a seed and what it came to.
 *
 * @param build the classes that were run, as of {@link Build#fingerprint}
 * @param violation the promise that was broken, as one line
 */
record SeedOutcome(String build, long seed, Figures figures, long millis, Optional<String> violation) {

    private static final String VERSION = "1";
    private static final int FIELDS = 5;

    static SeedOutcome of(String build, SimulationResult result, long millis) {
        Optional<String> violation =
                result.violation().map(broken -> (broken.promise() + ": " + broken.what()).replaceAll("\\s+", " "));
        return new SeedOutcome(build, result.seed(), result.figures(), millis, violation);
    }

    String toLine() {
        List<String> fields = List.of(
                VERSION,
                build,
                Long.toString(seed),
                Long.toString(millis),
                figures.toFields() + violation.map(what -> " | " + what).orElse(""));
        return String.join(" ", fields);
    }

    /** Empty for a line of another kind, or that was cut off. */
    static Optional<SeedOutcome> parse(String line) {
        String[] fields = line.split(" ", FIELDS);
        if (fields.length < FIELDS || !fields[0].equals(VERSION)) return Optional.empty();
        String[] rest = fields[FIELDS - 1].split(" \\| ", 2);
        try {
            return Figures.parse(rest[0])
                    .map(figures -> new SeedOutcome(
                            fields[1],
                            Long.parseLong(fields[2]),
                            figures,
                            Long.parseLong(fields[3]),
                            rest.length > 1 ? Optional.of(rest[1]) : Optional.empty()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
