package dev.lifeline.sandbox.slack.workspace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The channels and direct messages. A direct message is created when first used. Thread-safe. */
public final class Channels {

    private final Map<String, Channel> byId = new LinkedHashMap<>();
    private final Map<String, String> currentIdByOldId = new HashMap<>();
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

    /** Finds a channel by id, or by name with or without "#". */
    public synchronized Optional<Channel> byNameOrId(String nameOrId) {
        String name = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
        return byId(nameOrId)
                .or(() -> byId.values().stream()
                        .filter(channel -> channel.type() != Channel.Type.DIRECT_MESSAGE)
                        .filter(channel -> channel.name().equals(name))
                        .findFirst());
    }

    /** Returns the direct message between the bot and a user. */
    public synchronized Channel directMessageWith(User user) {
        String id = "D" + user.id().substring(1);
        return byId.computeIfAbsent(id, ignored -> createDirectMessage(id, user));
    }

    private Channel createDirectMessage(String id, User user) {
        Channel.State state = new Channel.State(false, false, "");
        return new Channel(id, "", Channel.Type.DIRECT_MESSAGE, state, Set.of(user.id(), botUserId));
    }

    /** Creates a channel with its first member; the caller checks the name. */
    public synchronized Channel create(String name, Channel.Type type, String creatorId) {
        String id = "C0NEW%05d".formatted(byId.size());
        Channel created = new Channel(id, name, type, new Channel.State(false, false, ""), Set.of(creatorId));
        byId.put(id, created);
        return created;
    }

    public void setArchived(String id, boolean archived) {
        update(id, channel -> channel.withArchived(archived));
    }

    public void removeMember(String id, String userId) {
        update(id, channel -> channel.withoutMember(userId));
    }

    public void addMember(String id, String userId) {
        update(id, channel -> channel.withMember(userId));
    }

    /** Shares a channel with another workspace, perhaps under another id; the old id is unknown afterwards. */
    synchronized Channel share(Channel channel) {
        Channel shared = channel.asExternallyShared();
        List<Channel> all = all();
        byId.clear();
        all.forEach(each -> byId.put(each.id().equals(channel.id()) ? shared.id() : each.id(), each));
        byId.put(shared.id(), shared);
        if (!shared.id().equals(channel.id())) currentIdByOldId.put(channel.id(), shared.id());
        return shared;
    }

    /** Returns the present id of a channel that once had this id. Slack itself resolves old ids; the Web API does not. */
    public synchronized String currentId(String id) {
        return currentIdByOldId.getOrDefault(id, id);
    }

    private synchronized void update(String id, UnaryOperator<Channel> change) {
        byId.computeIfPresent(id, (same, channel) -> change.apply(channel));
    }
}
