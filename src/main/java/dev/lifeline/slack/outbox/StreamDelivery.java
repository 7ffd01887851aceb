package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.Outbox.OutboxMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run over the pending messages of one stream: in which order they are tried, and what waits for what. Not thread-safe. */
final class StreamDelivery {

    private final Function<List<OutboxMessage>, Result> deliver;
    private Optional<Instant> retryAt = Optional.empty();
    private boolean repliesWait;
    private boolean failed;

    /** @param deliver delivers a batch of {@link ThreadReplies} */
    StreamDelivery(Function<List<OutboxMessage>, Result> deliver) {
        this.deliver = deliver;
    }

    /**
     * What became of a batch.
     *
     * @param retryAt when to try again; empty where nothing of it is left to do
     * @param failed whether it waits for a failure to pass, and not for a rate limit
     */
    record Result(Optional<Instant> retryAt, boolean failed) {}

    /**
     * Tries the messages, unless one before them has to wait.
     *
     * @param posted whether there is a status message in Slack; replies need one, so until then all keep their order
     */
    void deliver(List<OutboxMessage> pending, boolean posted) {
        List<OutboxMessage> ordered = posted
                ? pending.stream()
                        .sorted(Comparator.comparing(outboxMessage -> !isStatusMessage(outboxMessage)))
                        .toList()
                : pending;
        ThreadReplies.batches(ordered).forEach(batch -> tryDeliver(batch, posted));
    }

    private void tryDeliver(List<OutboxMessage> batch, boolean posted) {
        boolean update = posted && isStatusMessage(batch.get(0));
        if (failed || (retryAt.isPresent() && !(update && repliesWait))) return;
        Result result = deliver.apply(batch);
        failed = result.failed();
        repliesWait = !update && result.retryAt().isPresent();
        retryAt = earliest(retryAt, result.retryAt());
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static boolean isStatusMessage(OutboxMessage outboxMessage) {
        return outboxMessage.content().isUpdatedInPlace();
    }

    /** When the stream is to be tried again; empty where nothing is left to do. */
    Optional<Instant> retryAt() {
        return retryAt;
    }
}
