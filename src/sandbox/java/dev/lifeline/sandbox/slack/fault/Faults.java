package dev.lifeline.sandbox.slack.fault;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The planned faults, and the choice of one that applies to a call. Thread-safe. */
public final class Faults {

    /** A fault that applies now. */
    public record InjectedFault(Fault fault, int delaySeconds, String error) {}

    private final List<PlannedFault> plannedFaults = new ArrayList<>();
    private final Random random = new Random(1); // the same faults in every run
    private final InstantSource clock;

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void plan(PlannedFault fault) {
        plannedFaults.add(fault);
    }

    synchronized List<PlannedFault> planned() {
        plannedFaults.removeIf(fault -> fault.isExpired(clock.instant()));
        return List.copyOf(plannedFaults);
    }

    synchronized void clear() {
        plannedFaults.clear();
    }

    /**
     * Takes the first planned fault that matches a method (or envelope type) and a channel; each take uses it up once. The
     * random choice has a fixed seed.
     */
    public synchronized Optional<InjectedFault> takeMatching(String method, Optional<String> channel, List<Fault> candidates) {
        for (PlannedFault fault : planned()) {
            if (!candidates.contains(fault.fault()) || !fault.target().matches(method, channel)) continue;
            if (random.nextDouble() >= fault.details().probability()) continue;
            plannedFaults.set(plannedFaults.indexOf(fault), fault.afterUse());
            return Optional.of(new InjectedFault(
                    fault.fault(), fault.details().delaySeconds(), fault.details().error()));
        }
        return Optional.empty();
    }
}
