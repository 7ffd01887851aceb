package dev.lifeline.sandbox.slack.fault;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which faults are lying in wait, and does one of them strike now? */
public final class Faults {

    /** A fault that strikes now. */
    public record InjectedFault(Fault fault, int delaySeconds, String error) {}

    private final List<PlannedFault> plannedFault = new ArrayList<>();
    private final Random random = new Random(1); // the same faults in every run
    private final InstantSource clock;

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void plan(PlannedFault fault) {
        plannedFault.add(fault);
    }

    synchronized List<PlannedFault> planned() {
        plannedFault.removeIf(fault -> fault.isExpired(clock.instant()));
        return List.copyOf(plannedFault);
    }

    synchronized void clear() {
        plannedFault.clear();
    }

    /** The first of the faults that lies in wait for this method (or envelope type) and channel; used up by asking. */
    public synchronized Optional<InjectedFault> takeMatching(String method, Optional<String> channel, List<Fault> among) {
        for (PlannedFault fault : planned()) {
            if (!among.contains(fault.fault()) || !fault.target().matches(method, channel)) continue;
            if (random.nextDouble() >= fault.details().probability()) continue;
            plannedFault.set(plannedFault.indexOf(fault), fault.afterUse());
            return Optional.of(new InjectedFault(
                    fault.fault(), fault.details().delaySeconds(), fault.details().error()));
        }
        return Optional.empty();
    }
}
