package dev.lifeline.slack.outbox;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pending messages of one stream as they are sent: replies that follow each other and consist of a few lines share one post, because
 * a channel takes one post a second. A reply whose delivery was attempted goes alone, since it is looked for by its own id.
 */
final class ThreadReplies {

    /** Replies in one post. */
    private static final int MAX_REPLIES = 5;

    /** Characters in one post that has several replies: far below every limit of Slack, so that nothing is truncated for it. */
    private static final int MAX_CHARACTERS = 2_000;

    private ThreadReplies() {}

    /** The messages, in order; each list is sent at once and holds several messages only where all are replies. */
    static List<List<OutboxMessage>> batches(List<OutboxMessage> pending) {
        List<List<OutboxMessage>> batches = new ArrayList<>();
        for (OutboxMessage outboxMessage : pending)
            if (!batches.isEmpty() && canJoin(batches.get(batches.size() - 1), outboxMessage))
                batches.get(batches.size() - 1).add(outboxMessage);
            else batches.add(new ArrayList<>(List.of(outboxMessage)));
        return batches;
    }

    private static boolean canJoin(List<OutboxMessage> batch, OutboxMessage next) {
        int characters = Stream.concat(batch.stream(), Stream.of(next))
                .mapToInt(ThreadReplies::length)
                .sum();
        return batch.size() < MAX_REPLIES
                && characters <= MAX_CHARACTERS
                && isJoinable(next)
                && batch.stream().allMatch(earlier -> isJoinable(earlier) && sameChannel(earlier, next));
    }

    private static boolean isJoinable(OutboxMessage outboxMessage) {
        return !outboxMessage.attempted()
                && outboxMessage.content() instanceof Content.ThreadReply reply
                && !reply.message().withHeader()
                && reply.message().blocks().stream().allMatch(ThreadReplies::isLine);
    }

    private static boolean isLine(MessageBlock messageBlock) {
        return messageBlock instanceof MessageBlock.Paragraph || messageBlock instanceof MessageBlock.Context;
    }

    private static boolean sameChannel(OutboxMessage one, OutboxMessage other) {
        return reply(one).channel().equals(reply(other).channel());
    }

    private static Content.ThreadReply reply(OutboxMessage outboxMessage) {
        return (Content.ThreadReply) outboxMessage.content();
    }

    private static int length(OutboxMessage outboxMessage) {
        return outboxMessage.content() instanceof Content.ThreadReply reply
                ? reply.message().plainText().length()
                : 0;
    }

    /** The replies of a batch as one message. */
    static Message join(List<OutboxMessage> batch) {
        Message first = reply(batch.get(0)).message();
        List<MessageBlock> blocks = new ArrayList<>(first.blocks());
        for (OutboxMessage later : batch.subList(1, batch.size())) {
            blocks.add(new MessageBlock.Paragraph(reply(later).message().title()));
            blocks.addAll(reply(later).message().blocks());
        }
        return new Message(first.title(), false, blocks);
    }
}
