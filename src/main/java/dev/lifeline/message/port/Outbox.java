package dev.lifeline.message.port;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.rescue.ChannelId;
import java.util.List;
import java.util.Optional;

/**
 * What was said and is still to be delivered? Lanes are independent of each other; within a lane letters leave one after the other.
 */
public interface Outbox {

    /**
     * One thing to deliver.
     *
     * @param id grows within a lane; also what marks the delivered message, so that it is found again after a crash
     * @param attempted whether a delivery was begun before and its end is not known: look for it before it is sent again
     */
    record OutboxMessage(long id, String streamKey, Content content, boolean attempted) {}

    /** What a letter asks for. */
    sealed interface Content {

        /** Show this as the thread's card: post it when {@code posting} of the lane is empty, else edit that. */
        record StatusMessage(ChannelId channel, Message message) implements Content {}

        /** Add this to the thread under the card. */
        record ThreadReply(ChannelId channel, Message message) implements Content {}

        /** Tell one person in their own talk with the bot, with a link of these words to the card of the lane {@code about}. */
        record DirectMessage(SlackUserId user, Message message, String statusStreamKey, String linkLabel)
                implements Content {}

        /** Show this to one person. */
        record EphemeralMessage(Recipient recipient, Message message) implements Content {}
    }

    /** The lanes with letters that are still to be delivered: what is left to do after a crash. */
    List<String> pendingStreams();

    /** The letters of a lane that are still to be delivered, in order; of several cards in a row only the newest. */
    List<OutboxMessage> pending(String lane);

    /** Writes down that a delivery begins. */
    void markAttempted(OutboxMessage outboxMessage);

    /** Writes down that it was delivered, and where the card stands when it was one. */
    void markDelivered(OutboxMessage outboxMessage, Optional<MessageRef> card);

    /** Writes down that it never will be, and why; later letters of the lane go on. */
    void markUndeliverable(OutboxMessage outboxMessage, String reason);

    /** Where the lane's card stands; empty until it was posted. */
    Optional<MessageRef> statusMessage(String lane);
}
