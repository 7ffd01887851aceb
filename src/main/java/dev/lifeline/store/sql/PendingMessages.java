package dev.lifeline.store.sql;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which letters of a lane still matter?
 *
 * @param statusMessage where the card stands, once it was posted
 * @param pending every letter that was neither delivered nor given up, in order
 */
record PendingMessages(Optional<MessageRef> statusMessage, List<OutboxMessage> pending) {

    PendingMessages {
        pending = List.copyOf(pending);
    }

    /** All but the cards that a newer one makes superfluous. */
    List<OutboxMessage> toDeliver() {
        List<OutboxMessage> kept = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) if (!isSuperseded(i)) kept.add(pending.get(i));
        return kept;
    }

    /**
     * A newer card follows. But before the card stands, the thread's first replies need the card that comes before them, and one whose
     * posting was begun has to be looked for, lest there be two.
     */
    private boolean isSuperseded(int index) {
        OutboxMessage outboxMessage = pending.get(index);
        if (!isStatusMessage(outboxMessage)) return false;
        List<OutboxMessage> later = pending.subList(index + 1, pending.size());
        if (statusMessage.isPresent()) return later.stream().anyMatch(PendingMessages::isStatusMessage);
        return !outboxMessage.attempted() && !later.isEmpty() && isStatusMessage(later.get(0));
    }

    private static boolean isStatusMessage(OutboxMessage outboxMessage) {
        return outboxMessage.content() instanceof Content.StatusMessage;
    }
}
