package dev.lifeline.store;

import dev.lifeline.message.port.Outbox;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Jobs that do the least there is to do, and tell what they did. */
final class RecordingJobs {

    final List<String> processedInteractions = new CopyOnWriteArrayList<>();
    final List<RescueRequest> steppedRequests = new CopyOnWriteArrayList<>();
    final List<String> deliveredStreams = new CopyOnWriteArrayList<>();
    final AtomicInteger pollCount = new AtomicInteger();

    /** What else happens while an ask is answered, a step is done, a look is taken. */
    volatile Consumer<String> duringInteraction = id -> {};

    volatile Consumer<RescueRequest> duringStep = request -> {};
    volatile Consumer<String> duringDelivery = lane -> {};

    volatile Consumer<RescueRequest> afterDueRead = request -> {};
    volatile Supplier<Duration> pollInterval = () -> Duration.ofHours(1);

    private final Store store;

    RecordingJobs(Store store) {
        this.store = store;
    }

    JobEngine.Jobs jobs() {
        return new JobEngine.Jobs(
                new FunctionalJob(
                        this::processInteraction,
                        this::interactionDue,
                        () -> store.inbox().pending()),
                new FunctionalJob(this::runStep, this::stepDue, this::openRequests),
                new FunctionalJob(
                        this::deliver, this::deliveryDue, () -> store.outbox().pendingStreams()),
                () -> {
                    pollCount.incrementAndGet();
                    return pollInterval.get();
                });
    }

    private void processInteraction(String id) {
        if (store.inbox().find(id).isEmpty()) return;
        duringInteraction.accept(id);
        processedInteractions.add(id);
        store.inbox().markProcessed(id);
    }

    /** An ask is due once, and tells no time. */
    private Optional<Instant> interactionDue(String id) {
        return Optional.empty();
    }

    private void runStep(String id) {
        RescueRequest request = find(id);
        steppedRequests.add(request);
        duringStep.accept(request);
    }

    private Optional<Instant> stepDue(String id) {
        RescueRequest request = find(id);
        afterDueRead.accept(request);
        return request.stage().due();
    }

    private RescueRequest find(String id) {
        return store.requests().find(new RequestId(id)).orElseThrow();
    }

    private List<String> openRequests() {
        return store.requests().findOpen().stream()
                .map(request -> request.id().value())
                .toList();
    }

    private void deliver(String lane) {
        duringDelivery.accept(lane);
        for (Outbox.OutboxMessage outboxMessage : store.outbox().pending(lane)) {
            deliveredStreams.add(lane);
            store.outbox().markDelivered(outboxMessage, Optional.empty());
        }
    }

    private Optional<Instant> deliveryDue(String lane) {
        return store.outbox().pending(lane).isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH);
    }

    private record FunctionalJob(
            Consumer<String> body, Function<String, Optional<Instant>> nextRun, Supplier<Collection<String>> pendingIds)
            implements JobEngine.Job {
        @Override
        public void run(String instance) {
            body.accept(instance);
        }

        @Override
        public Optional<Instant> nextDueAt(String instance) {
            return nextRun.apply(instance);
        }

        @Override
        public Collection<String> pending() {
            return pendingIds.get();
        }
    }
}
