package dev.lifeline.store;

import dev.lifeline.message.Outbox;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
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
final class Recorded {

    final List<String> answered = new CopyOnWriteArrayList<>();
    final List<RescueRequest> stepped = new CopyOnWriteArrayList<>();
    final List<String> delivered = new CopyOnWriteArrayList<>();
    final AtomicInteger ticks = new AtomicInteger();

    /** What else happens while an ask is answered, a step is done, a look is taken. */
    volatile Consumer<String> whileAnswering = id -> {};

    volatile Consumer<RescueRequest> whileStepping = request -> {};
    volatile Consumer<String> whileDelivering = lane -> {};

    volatile Consumer<RescueRequest> afterDueWasRead = request -> {};
    volatile Supplier<Duration> tick = () -> Duration.ofHours(1);

    private final Store store;

    Recorded(Store store) {
        this.store = store;
    }

    Engine.Jobs jobs() {
        return new Engine.Jobs(
                new OneJob(this::answer, this::answerDue, () -> store.inbox().unanswered()),
                new OneJob(this::step, this::stepDue, this::openRequests),
                new OneJob(
                        this::deliver, this::deliveryDue, () -> store.outbox().lanes()),
                () -> {
                    ticks.incrementAndGet();
                    return tick.get();
                });
    }

    private void answer(String id) {
        if (store.inbox().find(id).isEmpty()) return;
        whileAnswering.accept(id);
        answered.add(id);
        store.inbox().answered(id);
    }

    /** An ask is due once, and tells no time. */
    private Optional<Instant> answerDue(String id) {
        return Optional.empty();
    }

    private void step(String id) {
        RescueRequest request = find(id);
        stepped.add(request);
        whileStepping.accept(request);
    }

    private Optional<Instant> stepDue(String id) {
        RescueRequest request = find(id);
        afterDueWasRead.accept(request);
        return request.stage().due();
    }

    private RescueRequest find(String id) {
        return store.requests().find(new RequestId(id)).orElseThrow();
    }

    private List<String> openRequests() {
        return store.requests().open().stream()
                .map(request -> request.id().value())
                .toList();
    }

    private void deliver(String lane) {
        whileDelivering.accept(lane);
        for (Outbox.Letter letter : store.outbox().waiting(lane)) {
            delivered.add(lane);
            store.outbox().delivered(letter, Optional.empty());
        }
    }

    private Optional<Instant> deliveryDue(String lane) {
        return store.outbox().waiting(lane).isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH);
    }

    private record OneJob(
            Consumer<String> running, Function<String, Optional<Instant>> next, Supplier<Collection<String>> all)
            implements Engine.Job {
        @Override
        public void run(String instance) {
            running.accept(instance);
        }

        @Override
        public Optional<Instant> due(String instance) {
            return next.apply(instance);
        }

        @Override
        public Collection<String> pending() {
            return all.get();
        }
    }
}
