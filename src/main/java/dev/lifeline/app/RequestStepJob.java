package dev.lifeline.app;

import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.workflow.RequestStepper;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The engine's work of taking requests on. */
record RequestStepJob(RequestStepper stepper) implements JobEngine.Job {

    @Override
    public void run(String request) {
        stepper.step(request);
    }

    @Override
    public Optional<Instant> nextDueAt(String request) {
        return stepper.due(request);
    }

    @Override
    public Collection<String> pending() {
        return stepper.pending();
    }
}
