package dev.lifeline.sandbox.slack.workspace;

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

    /** By id, or by name with or without "#". */
    public synchronized Optional<Channel> byNameOrId(String nameOrId) {
        String wanted = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
        return byId(nameOrId)
                .or(() -> byId.values().stream()
                        .filter(channel -> channel.type() != Channel.Type.DIRECT_MESSAGE)
                        .filter(channel -> channel.name().equals(wanted))
                        .findFirst());
    }

    /** The direct message between the bot and a person. */
    public synchronized Channel directMessageWith(User user) {
        String id = "D" + user.id().substring(1);
        return byId.computeIfAbsent(id, ignored -> createDirectMessage(id, user));
    }

    private Channel createDirectMessage(String id, User user) {
        Channel.State plain = new Channel.State(false, false, "");
        return new Channel(id, "", Channel.Type.DIRECT_MESSAGE, plain, Set.of(user.id(), botUserId));
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

    /** Shared with another workspace from now on, perhaps under another id; the old one is unknown then. */
    synchronized Channel share(Channel channel) {
        Channel shared = channel.asExternallyShared();
        List<Channel> all = all();
        byId.clear();
        all.forEach(one -> byId.put(one.id().equals(channel.id()) ? shared.id() : one.id(), one));
        byId.put(shared.id(), shared);
        if (!shared.id().equals(channel.id())) currentIdByOldId.put(channel.id(), shared.id());
        return shared;
    }

    /** The id that a channel has now, where it had this one at any time. Slack itself knows; whoever asks by Web API is not told. */
    public synchronized String currentId(String id) {
        return currentIdByOldId.getOrDefault(id, id);
    }

    private synchronized void update(String id, UnaryOperator<Channel> change) {
        byId.computeIfPresent(id, (same, channel) -> change.apply(channel));
    }
}
