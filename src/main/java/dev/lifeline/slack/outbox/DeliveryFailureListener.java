package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.Outbox;

/**
 * Who is told that a letter can never be delivered, so that the person concerned learns it some other way? Called on the
 * thread that delivers, before the outbox is told: whoever dies in between does so again, rather than never.
 */
public interface DeliveryFailureListener {

    /** Why it cannot be delivered. */
    enum Reason {
        /** The bot is no member of the channel, or may not see it: somebody has to invite it. */
        NOT_INVITED,
        /** The channel is archived, or closed to what bots say. */
        CHANNEL_CLOSED,
        /** The person cannot be written to. */
        USER_UNREACHABLE,
        /** Slack refused it for a reason that does not pass. */
        REJECTED
    }

    void onUndeliverable(Outbox.OutboxMessage outboxMessage, Reason reason);
}
