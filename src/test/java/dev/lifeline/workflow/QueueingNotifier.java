package dev.lifeline.workflow;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.MessageTarget;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.testkit.UnusedNotifier;
import java.util.Queue;

/** Queues what is said in place of a message that was not delivered. */
final class QueueingNotifier extends UnusedNotifier {

    private final Queue<Content> said;

    QueueingNotifier(Queue<Content> said) {
        this.said = said;
    }

    @Override
    public void updateStatusMessage(RequestId request, MessageTarget target, Message message) {
        // fails as the first one did
    }

    @Override
    public void replyInThread(RequestId request, MessageTarget target, Message reply) {
        // fails as the first one did
    }

    @Override
    public void sendInstead(SlackUserId user, RequestId request, Message message, String linkLabel, int depth) {
        said.add(new Content.DirectMessage(user, message, request, linkLabel, depth));
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message message) {
        said.add(new Content.EphemeralMessage(recipient, message));
    }
}
