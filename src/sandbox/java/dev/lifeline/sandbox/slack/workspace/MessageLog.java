package dev.lifeline.sandbox.slack.workspace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was said where, oldest first? Tells {@link ChangeFeed} of everything that changes. */
public final class MessageLog {

    private final Map<String, Map<String, Message>> byChannelAndTs = new HashMap<>();
    private final TimestampClock clock;
    private final ChangeFeed changeFeed;

    public MessageLog(TimestampClock clock, ChangeFeed changeFeed) {
        this.clock = clock;
        this.changeFeed = changeFeed;
    }

    /** Posts for all to see. A reply to a reply goes to the thread's first message, as Slack does. */
    public Message post(String channel, Optional<String> thread, String author, Message.Content content) {
        return add(channel, thread, author, content, Optional.empty());
    }

    /** Shows to one person only. */
    public Message postEphemeral(String channel, Optional<String> thread, String author, String to, Message.Content content) {
        return add(channel, thread, author, content, Optional.of(to));
    }

    private synchronized Message add(
            String channel, Optional<String> thread, String author, Message.Content content, Optional<String> onlyTo) {
        Optional<String> root = thread.map(ts -> rootTsOf(channel, ts));
        Message.Location location = new Message.Location(channel, clock.nextTs(), root);
        Message message = new Message(location, author, content, onlyTo, Message.Annotations.NONE);
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

    /** A message by its ts; ephemeral ones too. */
    public synchronized Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(messagesByTs(channel).get(ts));
    }

    /** Everything in a channel, ephemeral messages and replies too, oldest first. */
    public synchronized List<Message> messagesIn(String channel) {
        return List.copyOf(messagesByTs(channel).values());
    }

    /** The public replies to a message, oldest first. */
    public List<Message> repliesTo(Message root) {
        return messagesIn(root.location().channelId()).stream()
                .filter(Message::isThreadReply)
                .filter(one -> !one.isEphemeral())
                .filter(one -> one.location().threadTs().filter(root.ts()::equals).isPresent())
                .toList();
    }

    /** Says something else in its place; edited only where Slack would mark it so. */
    public Optional<Message> update(Message message, Message.Content content, boolean marked) {
        Optional<String> edited =
                marked ? Optional.of(clock.nextTs()) : message.annotations().editedTs();
        return replace(message, current -> current.withContent(content, edited));
    }

    /** Puts other marks on it. */
    public Optional<Message> annotate(Message message, UnaryOperator<Message.Annotations> annotations) {
        return replace(message, current -> current.withAnnotations(annotations.apply(current.annotations())));
    }

    private synchronized Optional<Message> replace(Message message, UnaryOperator<Message> change) {
        String channel = message.location().channelId();
        Message changed = messagesByTs(channel).computeIfPresent(message.ts(), (ts, current) -> change.apply(current));
        changeFeed.channelChanged(channel);
        return Optional.ofNullable(changed);
    }

    /** Ephemeral messages are kept nowhere, so whoever loads everything anew has lost theirs. */
    public synchronized void dropEphemeral(String person) {
        byChannelAndTs
                .values()
                .forEach(messages -> messages.values()
                        .removeIf(one -> one.ephemeralTo().filter(person::equals).isPresent()));
    }

    /** The channel has another id now; its messages keep their ts. */
    synchronized void moveChannel(String channel, String to) {
        Map<String, Message> moved = new LinkedHashMap<>();
        messagesIn(channel).forEach(message -> moved.put(message.ts(), message.movedTo(to)));
        byChannelAndTs.remove(channel);
        byChannelAndTs.put(to, moved);
        changeFeed.channelChanged(to);
    }

    public synchronized void delete(Message message) {
        String channel = message.location().channelId();
        messagesByTs(channel).remove(message.ts());
        changeFeed.channelChanged(channel);
    }
}
