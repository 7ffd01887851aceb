package dev.lifeline.faultinjection;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes down what the bot says in a thread, in place of Slack. */
final class RecordingNotifier implements Notifier {

    private final List<String> replies = new CopyOnWriteArrayList<>();
    private final Consumer<String> listener;

    /** @param listener hears every reply as it is said */
    RecordingNotifier(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Every reply in order. */
    List<String> replies() {
        return List.copyOf(replies);
    }

    @Override
    public void updateStatusMessage(RequestId request, ChannelId channelId, Message card) {
        // only the newest counts, and the stage tells as much
    }

    @Override
    public void replyInThread(RequestId request, ChannelId channelId, Message reply) {
        replies.add(reply.title().plainText());
        listener.accept(reply.title().plainText());
    }

    @Override
    public void updateReviewMessage(RequestId request, ChannelId channelId, Message card) {
        // no glass is broken here
    }

    @Override
    public void sendDirectMessage(SlackUserId person, RequestId about, Message news, String link) {
        // nobody is asked to agree here
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message answer) {
        // nobody is asked anything here
    }
}
