package dev.lifeline.message.port;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.model.Translations.Translation;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that are not delivered yet, in streams: streams are independent of each other, the messages of one are delivered in order.
 *
 * <p>Durable and shared by all replicas; thread-safe. Calls block for the database and throw its unchecked exceptions.
 */
public interface Outbox {

    /**
     * A message to deliver.
     *
     * @param id grows within a stream; part of the metadata of the delivered message, by which it is found again after a crash
     * @param attempted whether a delivery was begun before and its end is not known: look for the message before sending it again
     */
    record OutboxMessage(long id, StreamKey streamKey, Content content, boolean attempted) {}

    /** A link with a text to the status message of a request. */
    record StatusLink(RequestId request, String label) {}

    /** What to deliver, and where. */
    sealed interface Content {

        /** The status message of the stream, in a channel or in a thread of it: posted when {@link #statusMessage} is empty, else updated in place. */
        record StatusMessage(ChannelId channel, Optional<String> thread, Message message) implements Content {

            /** In the channel itself. */
            public StatusMessage(ChannelId channel, Message message) {
                this(channel, Optional.empty(), message);
            }

            @Override
            public boolean isUpdatedInPlace() {
                return true;
            }
        }

        /** Whether the stream has one message of this kind, of which only the newest content is shown. */
        default boolean isUpdatedInPlace() {
            return false;
        }

        /** A reply in the thread that the status message of the stream stands in, or else began. */
        record ThreadReply(ChannelId channel, Optional<String> thread, Message message) implements Content {

            /** In the thread that the status message began. */
            public ThreadReply(ChannelId channel, Message message) {
                this(channel, Optional.empty(), message);
            }
        }

        /**
         * A direct message to one user, with a link to the status message of a request.
         *
         * @param linkLabel text of the link
         * @param fallbackDepth how many messages could not be delivered for which this one is sent: 0 for a message that replaces none
         * @param translations the message and the link in other languages, by their tag
         */
        record DirectMessage(
                SlackUserId user,
                Message message,
                RequestId request,
                String linkLabel,
                int fallbackDepth,
                Map<String, Translation> translations)
                implements Content {

            /** Rows of earlier releases have no translations. */
            public DirectMessage {
                translations = translations == null ? Map.of() : Map.copyOf(translations);
            }

            /** In one language. */
            public DirectMessage(
                    SlackUserId user, Message message, RequestId request, String linkLabel, int fallbackDepth) {
                this(user, message, request, linkLabel, fallbackDepth, Map.of());
            }

            /** What is sent, in each language. */
            public Translations text() {
                return new Translations(message, linkLabel, translations);
            }
        }

        /**
         * The message to one approver, in their direct messages, with a link to the status message of the request: posted when
         * {@link #statusMessage} of the stream is empty, else updated in place, so that its buttons do not outlive the decision.
         *
         * @param linkLabel text of the link
         * @param translations the message and the link in other languages, by their tag
         */
        record ApproverMessage(
                SlackUserId user,
                Message message,
                RequestId request,
                String linkLabel,
                Map<String, Translation> translations)
                implements Content {

            /** Rows of earlier releases have no translations. */
            public ApproverMessage {
                translations = translations == null ? Map.of() : Map.copyOf(translations);
            }

            /** In one language. */
            public ApproverMessage(SlackUserId user, Message message, RequestId request, String linkLabel) {
                this(user, message, request, linkLabel, Map.of());
            }

            /** What is shown, in each language. */
            public Translations text() {
                return new Translations(message, linkLabel, translations);
            }

            @Override
            public boolean isUpdatedInPlace() {
                return true;
            }
        }

        /** A call of the policy's webhook about a request. */
        record WebhookMessage(RequestId request, WebhookCall call) implements Content {}

        /**
         * A message that only the recipient sees.
         *
         * @param link a link to a status message that is added; left out where that message was never posted
         */
        record EphemeralMessage(Recipient recipient, Message message, Optional<StatusLink> link) implements Content {

            /** Without a link. */
            public EphemeralMessage(Recipient recipient, Message message) {
                this(recipient, message, Optional.empty());
            }
        }
    }

    /** The streams with pending messages, oldest message first: what is left to do after a crash. */
    List<StreamKey> pendingStreams();

    /**
     * The pending messages of a stream, in order; of several that are updated in place only the newest. Of replies to one person perhaps only the
     * first: more follow once these are completed.
     */
    List<OutboxMessage> pending(StreamKey streamKey);

    /**
     * Records that a delivery begins, right before it does; of one that was attempted before, that it may begin again.
     *
     * @throws RuntimeException when it must not begin: another process has taken over the stream, or completed the message
     */
    void markAttempted(OutboxMessage outboxMessage);

    /**
     * Checks that the delivery which the thread has begun may still be made: to be asked again right before its bytes leave, since the process
     * may have stood still since it began.
     *
     * @throws RuntimeException when it must not be made: another process has taken over the stream
     */
    void checkRight();

    /**
     * Records that the message was delivered, and where, if it is a status message. Where a newer status message of the stream was recorded
     * before, that one becomes pending again, since the older text now stands in its place.
     */
    void markDelivered(OutboxMessage outboxMessage, Optional<MessageRef> statusMessage);

    /** Records that the message can never be delivered, and why; later messages of the stream follow. */
    default void markUndeliverable(OutboxMessage outboxMessage, String reason) {
        markUndeliverable(outboxMessage, reason, () -> {});
    }

    /**
     * Records that the message can never be delivered, and why.
     *
     * @param instead writes what is said to others instead, in the same transaction; not run where the message was completed before
     */
    void markUndeliverable(OutboxMessage outboxMessage, String reason, Runnable instead);

    /** Where the message of a stream that is updated in place is; empty until it was posted. */
    Optional<MessageRef> statusMessage(StreamKey streamKey);
}
