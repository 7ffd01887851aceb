package dev.lifeline.testkit;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.rescue.ChannelId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The directory of the workspace, in memory. */
public final class InMemoryDirectory implements Directory {

    private final Map<String, SlackUserId> users = new HashMap<>();
    private final Map<String, Set<SlackUserId>> groups = new HashMap<>();
    private final Map<ChannelId, String> channels = new HashMap<>();
    private final InMemoryChannelRedirects redirects = new InMemoryChannelRedirects();

    public InMemoryDirectory addUser(String reference, SlackUserId id) {
        users.put(reference, id);
        return this;
    }

    public InMemoryDirectory addGroup(String reference, SlackUserId... members) {
        groups.put(reference, Set.of(members));
        return this;
    }

    public InMemoryDirectory addChannel(ChannelId channelId, String name) {
        channels.put(channelId, name);
        return this;
    }

    public void moveChannel(ChannelId oldId, ChannelId newId) {
        redirects.add(oldId, newId);
    }

    @Override
    public Map<ChannelId, String> joinedChannels() {
        return Map.copyOf(channels);
    }

    @Override
    public Set<String> channelIds(ChannelId channelId) {
        return redirects.aliases(channelId).stream().map(ChannelId::value).collect(Collectors.toSet());
    }

    @Override
    public Optional<SlackUserId> findUser(String reference) {
        return Optional.ofNullable(users.get(reference));
    }

    @Override
    public Optional<Set<SlackUserId>> findGroupMembers(String reference) {
        return Optional.ofNullable(groups.get(reference));
    }

    @Override
    public Optional<String> findChannelName(ChannelId channelId) {
        return Optional.ofNullable(channels.get(channelId));
    }
}
