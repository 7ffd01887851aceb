package dev.lifeline.message.port;

/** Listener that is notified of outbox messages that can never be delivered, so that the user can be notified another way. */
public interface DeliveryFailureListener {

    /** Why a message cannot be delivered. */
    enum Reason {
        /** The bot is not a member of the channel, or cannot see it; an invitation resolves it. */
        NOT_INVITED,
        /** The channel is archived, or closed to messages of bots. */
        CHANNEL_CLOSED,
        /** The user cannot be written to. */
        USER_UNREACHABLE,
        /** Slack rejected the message for a reason that does not pass. */
        REJECTED
    }

    /**
     * Handles one failure, on the thread that delivers and before the outbox records it. A crash in between therefore repeats the call;
     * it is never skipped.
     */
    void onUndeliverable(Outbox.OutboxMessage outboxMessage, Reason reason);
}
