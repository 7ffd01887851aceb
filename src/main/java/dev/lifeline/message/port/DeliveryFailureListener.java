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
     * Decides who is told instead, on the thread that delivers and outside of a transaction; may block for lookups.
     *
     * @return what to write in the transaction in which the outbox records the failure, so that nobody is told twice; a crash before its
     *     commit repeats the call
     */
    Runnable onUndeliverable(Outbox.OutboxMessage outboxMessage, Reason reason);
}
