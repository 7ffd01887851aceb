package dev.lifeline.store;

import dev.lifeline.job.Job;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Jobs that do as little as possible and record each run. */
final class RecordingJobs {

    final List<String> processedInteractions = new CopyOnWriteArrayList<>();
    final List<RescueRequest> steppedRequests = new CopyOnWriteArrayList<>();
    final List<String> deliveredStreams = new CopyOnWriteArrayList<>();
    final AtomicInteger pollCount = new AtomicInteger();

    /** Runs during each job: an interaction, a step, a poll. */
    volatile Consumer<String> duringInteraction = id -> {};

    volatile Consumer<RescueRequest> duringStep = request -> {};
    volatile Consumer<String> duringDelivery = streamKey -> {};

    volatile Consumer<Outbox.OutboxMessage> beforeAttempt = outboxMessage -> {};
    volatile Consumer<Outbox.OutboxMessage> afterAttempt = outboxMessage -> {};
    volatile Consumer<RescueRequest> afterDueRead = request -> {};
    volatile Supplier<Optional<Instant>> nextDelivery = Optional::empty;
    volatile Supplier<Duration> pollInterval = () -> Duration.ofHours(1);

    private final Store store;

    RecordingJobs(Store store) {
        this.store = store;
    }

    JobEngine.Jobs jobs() {
        return new JobEngine.Jobs(
                Job.of(this::processInteraction, () -> store.inbox().pending()),
                Job.of(this::runStep, this::openRequests),
                Job.of(
                        this::deliver,
                        () -> store.outbox().pendingStreams().stream()
                                .map(StreamKey::toString)
                                .toList()),
                () -> {
                    pollCount.incrementAndGet();
                    return pollInterval.get();
                });
    }

    /** The same, but nothing is delivered. */
    JobEngine.Jobs withoutDeliveries() {
        JobEngine.Jobs all = jobs();
        return new JobEngine.Jobs(
                all.interactions(), all.requestSteps(), Job.of(key -> Optional.empty(), List::of), all.poller());
    }

    private Optional<Instant> processInteraction(String id) {
        if (store.inbox().find(id).isEmpty()) return Optional.empty();
        duringInteraction.accept(id);
        processedInteractions.add(id);
        store.inbox().markProcessed(id);
        return Optional.empty();
    }

    /** Like the real one it does nothing before the request is due. */
    private Optional<Instant> runStep(String id) {
        RescueRequest request = find(id);
        if (request.due().filter(due -> !due.isAfter(Instant.now())).isPresent()) {
            steppedRequests.add(request);
            duringStep.accept(request);
        }
        RescueRequest after = find(id);
        afterDueRead.accept(after);
        return after.stage().due();
    }

    private RescueRequest find(String id) {
        return store.requests().find(new RequestId(id)).orElseThrow();
    }

    private List<String> openRequests() {
        return store.requests().findOpen().stream()
                .map(request -> request.id().value())
                .toList();
    }

    private Optional<Instant> deliver(String streamKey) {
        duringDelivery.accept(streamKey);
        for (Outbox.OutboxMessage outboxMessage : store.outbox().pending(StreamKey.parse(streamKey))) {
            beforeAttempt.accept(outboxMessage);
            store.outbox().markAttempted(outboxMessage);
            afterAttempt.accept(outboxMessage);
            store.outbox().checkRight();
            deliveredStreams.add(streamKey);
            store.outbox().markDelivered(outboxMessage, Optional.empty());
        }
        return nextDelivery.get();
    }
}
