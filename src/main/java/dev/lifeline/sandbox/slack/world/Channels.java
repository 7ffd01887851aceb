package dev.lifeline.sandbox.slack.world;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which channels and direct messages are there? Direct messages come to be when first asked for. */
public final class Channels {

    private final Map<String, Channel> byId = new LinkedHashMap<>();
    private final Map<String, String> successors = new HashMap<>();
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

    /** Shared with another workspace from now on, perhaps under another id; the old one is unknown then. */
    synchronized Channel share(Channel channel) {
        Channel shared = channel.sharedOutside();
        List<Channel> all = all();
        byId.clear();
        all.forEach(one -> byId.put(one.id().equals(channel.id()) ? shared.id() : one.id(), one));
        byId.put(shared.id(), shared);
        if (!shared.id().equals(channel.id())) successors.put(channel.id(), shared.id());
        return shared;
    }

    /** The id that a channel has now, where it had this one at any time. Slack itself knows; whoever asks by Web API is not told. */
    public synchronized String idNow(String id) {
        return successors.getOrDefault(id, id);
    }

    private synchronized void change(String id, UnaryOperator<Channel> change) {
        byId.computeIfPresent(id, (same, channel) -> change.apply(channel));
    }
}
