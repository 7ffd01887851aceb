package dev.lifeline;

import dev.lifeline.store.Engine;
import dev.lifeline.workflow.Steps;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The engine's work of taking requests on. */
record Stepping(Steps steps) implements Engine.Job {

    @Override
    public void run(String request) {
        steps.step(request);
    }

    @Override
    public Optional<Instant> due(String request) {
        return steps.due(request);
    }

    @Override
    public Collection<String> pending() {
        return steps.pending();
    }
}
