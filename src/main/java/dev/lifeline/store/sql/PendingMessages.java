package dev.lifeline.store.sql;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pending messages of one stream, of which superseded status messages need no delivery.
 *
 * @param statusMessage the posted status message of the stream; empty until it was posted
 * @param pending every message that is not completed, in order
 */
record PendingMessages(Optional<MessageRef> statusMessage, List<OutboxMessage> pending) {

    PendingMessages {
        pending = List.copyOf(pending);
    }

    /** All messages but the superseded status messages, in order. */
    List<OutboxMessage> toDeliver() {
        List<OutboxMessage> needed = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) if (!isSuperseded(i)) needed.add(pending.get(i));
        return needed;
    }

    /**
     * Whether a newer status message makes this one superfluous. Until one was posted, replies need the status message that precedes them,
     * and one that was attempted has to be looked for in Slack, since a newer one would otherwise be posted beside it.
     */
    private boolean isSuperseded(int index) {
        OutboxMessage outboxMessage = pending.get(index);
        if (!isStatusMessage(outboxMessage)) return false;
        List<OutboxMessage> later = pending.subList(index + 1, pending.size());
        if (statusMessage.isPresent()) return later.stream().anyMatch(PendingMessages::isStatusMessage);
        return !outboxMessage.attempted() && !later.isEmpty() && isStatusMessage(later.get(0));
    }

    private static boolean isStatusMessage(OutboxMessage outboxMessage) {
        return outboxMessage.content().isUpdatedInPlace();
    }
}
