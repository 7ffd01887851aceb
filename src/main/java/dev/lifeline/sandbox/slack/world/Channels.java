package dev.lifeline.sandbox.slack.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which channels and direct messages are there? Direct messages come to be when first asked for. */
public final class Channels {

    private final Map<String, Channel> byId = new LinkedHashMap<>();
    private final String botUserId;

    public Channels(List<Channel> channels, String botUserId) {
        channels.forEach(channel -> byId.put(channel.id(), channel));
        this.botUserId = botUserId;
    }

    public synchronized List<Channel> all() {
        return List.copyOf(byId.values());
    }

    public synchronized Optional<Channel> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By id, or by name with or without "#". */
    public synchronized Optional<Channel> named(String nameOrId) {
        String wanted = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
        return byId(nameOrId)
                .or(() -> byId.values().stream()
                        .filter(channel -> channel.kind() != Channel.Kind.DIRECT)
                        .filter(channel -> channel.name().equals(wanted))
                        .findFirst());
    }

    /** The direct message between the bot and a person. */
    public synchronized Channel directWith(Person person) {
        String id = "D" + person.id().substring(1);
        return byId.computeIfAbsent(id, ignored -> direct(id, person));
    }

    private Channel direct(String id, Person person) {
        Channel.Condition plain = new Channel.Condition(false, false, "");
        return new Channel(id, "", Channel.Kind.DIRECT, plain, Set.of(person.id(), botUserId));
    }

    public void archive(String id, boolean archived) {
        change(id, channel -> channel.archivedOrNot(archived));
    }

    public void remove(String id, String userId) {
        change(id, channel -> channel.without(userId));
    }

    public void add(String id, String userId) {
        change(id, channel -> channel.with(userId));
    }

    private synchronized void change(String id, UnaryOperator<Channel> change) {
        byId.computeIfPresent(id, (same, channel) -> change.apply(channel));
    }
}
