package dev.lifeline.sandbox.slack.world;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was said where, oldest first? Tells {@link Changes} of everything that changes. */
public final class Timeline {

    private final Map<String, Map<String, Message>> byChannelAndTs = new HashMap<>();
    private final Clockwork clock;
    private final Changes changes;

    public Timeline(Clockwork clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** Posts for all to see. A reply to a reply goes to the thread's first message, as Slack does. */
    public Message post(String channel, Optional<String> thread, String author, Message.Content content) {
        return add(channel, thread, author, content, Optional.empty());
    }

    /** Shows to one person only. */
    public Message whisper(String channel, Optional<String> thread, String author, String to, Message.Content content) {
        return add(channel, thread, author, content, Optional.of(to));
    }

    private synchronized Message add(
            String channel, Optional<String> thread, String author, Message.Content content, Optional<String> onlyTo) {
        Optional<String> root = thread.map(ts -> rootOf(channel, ts));
        Message.Place place = new Message.Place(channel, clock.nextTs(), root);
        Message message = new Message(place, author, content, onlyTo, Message.Marks.NONE);
        of(channel).put(message.ts(), message);
        changes.in(channel);
        return message;
    }

    private String rootOf(String channel, String ts) {
        return find(channel, ts).flatMap(message -> message.place().thread()).orElse(ts);
    }

    private Map<String, Message> of(String channel) {
        return byChannelAndTs.computeIfAbsent(channel, ignored -> new LinkedHashMap<>());
    }

    /** A message by its ts; ephemeral ones too. */
    public synchronized Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(of(channel).get(ts));
    }

    /** Everything in a channel, ephemeral messages and replies too, oldest first. */
    public synchronized List<Message> in(String channel) {
        return List.copyOf(of(channel).values());
    }

    /** The public replies to a message, oldest first. */
    public List<Message> repliesTo(Message root) {
        return in(root.place().channel()).stream()
                .filter(Message::reply)
                .filter(one -> !one.ephemeral())
                .filter(one -> one.place().thread().filter(root.ts()::equals).isPresent())
                .toList();
    }

    /** Says something else in its place; edited only where Slack would mark it so. */
    public Optional<Message> rewrite(Message message, Message.Content content, boolean marked) {
        Optional<String> edited =
                marked ? Optional.of(clock.nextTs()) : message.marks().edited();
        return change(message, current -> current.saying(content, edited));
    }

    /** Puts other marks on it. */
    public Optional<Message> mark(Message message, UnaryOperator<Message.Marks> marks) {
        return change(message, current -> current.marked(marks.apply(current.marks())));
    }

    private synchronized Optional<Message> change(Message message, UnaryOperator<Message> change) {
        String channel = message.place().channel();
        Message changed = of(channel).computeIfPresent(message.ts(), (ts, current) -> change.apply(current));
        changes.in(channel);
        return Optional.ofNullable(changed);
    }

    /** Ephemeral messages are kept nowhere, so whoever loads everything anew has lost theirs. */
    public synchronized void reload(String person) {
        byChannelAndTs
                .values()
                .forEach(messages -> messages.values()
                        .removeIf(one -> one.onlyTo().filter(person::equals).isPresent()));
    }

    /** The channel has another id now; its messages keep their ts. */
    synchronized void move(String channel, String to) {
        Map<String, Message> moved = new LinkedHashMap<>();
        in(channel).forEach(message -> moved.put(message.ts(), message.in(to)));
        byChannelAndTs.remove(channel);
        byChannelAndTs.put(to, moved);
        changes.in(to);
    }

    public synchronized void delete(Message message) {
        String channel = message.place().channel();
        of(channel).remove(message.ts());
        changes.in(channel);
    }
}
