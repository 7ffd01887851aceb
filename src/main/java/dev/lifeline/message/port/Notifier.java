package dev.lifeline.message.port;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;

/**
 * How does what the bot says get out? Written down at once, together with what it is about, and delivered in order soon after; a
 * call never waits for the platform and never fails because of it.
 */
public interface Notifier {

    /** Shows the request's card: posts it the first time, edits it in place from then on. Only the newest has to be seen. */
    void updateStatusMessage(RequestId request, ChannelId channelId, Message card);

    /** Adds a reply to the thread under the request's card. Every one is seen, once, in order. */
    void replyInThread(RequestId request, ChannelId channelId, Message reply);

    /** Shows the request's review card, a message of its own beside the card; edited in place from then on. */
    void updateReviewMessage(RequestId request, ChannelId channelId, Message card);

    /**
     * Tells one person in their own talk with the bot, with a link to the request's card.
     *
     * @param link the words of the link
     */
    void sendDirectMessage(SlackUserId person, RequestId about, Message news, String link);

    /** Answers one person, seen by nobody else. */
    void sendEphemeral(Recipient recipient, Message answer);
}
