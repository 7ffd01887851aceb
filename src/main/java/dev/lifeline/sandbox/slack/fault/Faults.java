package dev.lifeline.sandbox.slack.fault;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which faults are lying in wait, and does one of them strike now? */
public final class Faults {

    /** A fault that strikes now. */
    public record Strike(Fault fault, int seconds, String error) {}

    private final List<Planned> planned = new ArrayList<>();
    private final Random chance = new Random(1); // the same faults in every run
    private final InstantSource clock;

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void plan(Planned fault) {
        planned.add(fault);
    }

    synchronized List<Planned> planned() {
        planned.removeIf(fault -> fault.over(clock.instant()));
        return List.copyOf(planned);
    }

    synchronized void forget() {
        planned.clear();
    }

    /** The first of the faults that lies in wait for this method (or envelope type) and channel; used up by asking. */
    public synchronized Optional<Strike> strike(String method, Optional<String> channel, List<Fault> among) {
        for (Planned fault : planned()) {
            if (!among.contains(fault.fault()) || !fault.reach().covers(method, channel)) continue;
            if (chance.nextDouble() >= fault.details().share()) continue;
            planned.set(planned.indexOf(fault), fault.once());
            return Optional.of(new Strike(
                    fault.fault(), fault.details().seconds(), fault.details().error()));
        }
        return Optional.empty();
    }
}
