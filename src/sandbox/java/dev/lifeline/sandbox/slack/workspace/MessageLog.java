package dev.lifeline.sandbox.slack.workspace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The messages of all channels, oldest first. Announces every change to {@link ChangeFeed}. Thread-safe. */
public final class MessageLog {

    private final Map<String, Map<String, Message>> byChannelAndTs = new HashMap<>();
    private final TimestampClock clock;
    private final ChangeFeed changeFeed;

    public MessageLog(TimestampClock clock, ChangeFeed changeFeed) {
        this.clock = clock;
        this.changeFeed = changeFeed;
    }

    /** Posts a message. A reply to a reply goes to the thread's first message, as in Slack. */
    public Message post(String channel, Optional<String> thread, String author, Message.Content content) {
        return add(channel, thread, author, content, Optional.empty());
    }

    /** Posts an ephemeral message to one user. */
    public Message postEphemeral(String channel, Optional<String> thread, String author, String target, Message.Content content) {
        return add(channel, thread, author, content, Optional.of(target));
    }

    private synchronized Message add(
            String channel, Optional<String> thread, String author, Message.Content content, Optional<String> ephemeralTo) {
        Optional<String> root = thread.map(ts -> rootTsOf(channel, ts));
        Message.Location location = new Message.Location(channel, clock.nextTs(), root);
        Message message = new Message(location, author, content, ephemeralTo, Message.Annotations.NONE);
        messagesByTs(channel).put(message.ts(), message);
        changeFeed.channelChanged(channel);
        return message;
    }

    private String rootTsOf(String channel, String ts) {
        return find(channel, ts).flatMap(message -> message.location().threadTs()).orElse(ts);
    }

    private Map<String, Message> messagesByTs(String channel) {
        return byChannelAndTs.computeIfAbsent(channel, ignored -> new LinkedHashMap<>());
    }

    /** Finds a message by its ts, ephemeral ones included. */
    public synchronized Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(messagesByTs(channel).get(ts));
    }

    /** Finds a message that Slack stores, so not an ephemeral one, by its ts. */
    public Optional<Message> findStored(String channel, String ts) {
        return find(channel, ts).filter(message -> !message.isEphemeral());
    }

    /** Returns all messages of a channel, ephemeral ones and replies included, oldest first. */
    public synchronized List<Message> messagesIn(String channel) {
        return List.copyOf(messagesByTs(channel).values());
    }

    /** Returns the non-ephemeral replies to a message, oldest first. */
    public List<Message> repliesTo(Message root) {
        return messagesIn(root.location().channelId()).stream()
                .filter(Message::isThreadReply)
                .filter(reply -> !reply.isEphemeral())
                .filter(reply -> reply.location().threadTs().filter(root.ts()::equals).isPresent())
                .toList();
    }

    /**
     * Replaces the content.
     *
     * @param showEdited whether Slack would show it as edited
     */
    public Optional<Message> update(Message message, Message.Content content, boolean showEdited) {
        Optional<String> edited =
                showEdited ? Optional.of(clock.nextTs()) : message.annotations().editedTs();
        return replace(message, current -> current.withContent(content, edited));
    }

    /** Replaces the annotations. */
    public Optional<Message> annotate(Message message, UnaryOperator<Message.Annotations> annotations) {
        return replace(message, current -> current.withAnnotations(annotations.apply(current.annotations())));
    }

    private synchronized Optional<Message> replace(Message message, UnaryOperator<Message> change) {
        String channel = message.location().channelId();
        Message changed = messagesByTs(channel).computeIfPresent(message.ts(), (ts, current) -> change.apply(current));
        changeFeed.channelChanged(channel);
        return Optional.ofNullable(changed);
    }

    /** Drops a user's ephemeral messages, which Slack does not keep over a reload. */
    public synchronized void dropEphemeral(String userId) {
        byChannelAndTs
                .values()
                .forEach(messages -> messages.values()
                        .removeIf(reply -> reply.ephemeralTo().filter(userId::equals).isPresent()));
    }

    /** Moves the messages of a channel to its new id; they keep their ts. */
    synchronized void moveChannel(String channel, String target) {
        Map<String, Message> moved = new LinkedHashMap<>();
        messagesIn(channel).forEach(message -> moved.put(message.ts(), message.movedTo(target)));
        byChannelAndTs.remove(channel);
        byChannelAndTs.put(target, moved);
        changeFeed.channelChanged(target);
    }

    public synchronized void delete(Message message) {
        String channel = message.location().channelId();
        messagesByTs(channel).remove(message.ts());
        changeFeed.channelChanged(channel);
    }
}
