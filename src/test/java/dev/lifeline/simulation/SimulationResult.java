package dev.lifeline.simulation;

import java.util.List;
import java.util.Optional;

/**
 * What one simulation came to.
 *
 * @param faults the faults that were injected, in their order
 * @param digest the same for every run of the same seed with the same faults
 */
record SimulationResult(
        long seed,
        Optional<Violation> violation,
        List<String> faults,
        String digest,
        List<String> trace,
        Figures figures) {

    SimulationResult {
        faults = List.copyOf(faults);
        trace = List.copyOf(trace);
    }
}
