package dev.lifeline.simulation;

import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.approval.Directory;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.transport.OutsideCalls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads of people by one process, from the provider and from Slack. */
final class PeoplePorts implements CloudUsers, CloudUserCache, ApiKeyVerifier, SlackUsers, Directory {

    private static final double UNAVAILABLE_CHANCE = 0.003;

    private final SimulatedWorld world;
    private final ReplicaProcess process;

    PeoplePorts(SimulatedWorld world, ReplicaProcess process) {
        this.world = world;
        this.process = process;
    }

    private <T> T readAccount(Supplier<T> read) {
        OutsideCalls.check("cloud users");
        return process.call("cloud-users", () -> {
            if (fails("unavailable@cloud-users")) throw new ProviderUnavailableException("simulated: no answer");
            return read.get();
        });
    }

    private boolean fails(String what) {
        boolean failing = world.seed().fault(what, UNAVAILABLE_CHANCE);
        if (failing) world.noteDisturbance(world.time().now());
        return failing;
    }

    @Override
    public List<CloudUser> findByEmail(String email) {
        return readAccount(() -> world.humans().cloudUsers().stream()
                .filter(user -> user.email().filter(email::equalsIgnoreCase).isPresent())
                .toList());
    }

    @Override
    public Optional<CloudUser> findByUsername(String username) {
        return readAccount(() -> world.humans().cloudUsers().stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst());
    }

    @Override
    public Optional<CloudUser> findById(CloudUserId id) {
        return readAccount(() -> world.humans().cloudUser(id));
    }

    @Override
    public Optional<CloudUser> find(CloudUserId id) {
        return world.humans().cloudUser(id);
    }

    @Override
    public void invalidate(CloudUserId id) {
        // nothing is kept
    }

    @Override
    public Optional<CloudUserId> verify(UserApiKey key) {
        return readAccount(() -> world.humans().cloudUsers().stream()
                .map(CloudUser::id)
                .filter(id -> LinkVisits.keyOf(id).key().equals(key.key()))
                .findFirst());
    }

    @Override
    public SlackUser get(SlackUserId id) {
        OutsideCalls.check("users.info");
        return process.call("users.info", () -> {
            if (fails("unavailable@users.info")) throw new SlackUserUnavailableException("simulated: no answer");
            return world.humans().slackUser(id);
        });
    }

    @Override
    public Optional<SlackUserId> findUser(String reference) {
        return world.humans().slackUsers().stream()
                .map(SlackUser::id)
                .filter(id -> id.value().equals(reference))
                .findFirst();
    }

    @Override
    public Optional<Set<SlackUserId>> findGroupMembers(String reference) {
        return Optional.ofNullable(SimulatedPolicies.GROUPS.get(reference))
                .map(members -> members.stream().map(SlackUserId::new).collect(Collectors.toSet()));
    }

    @Override
    public Optional<String> findChannelName(ChannelId channelId) {
        return world.workspace().channelName(channelId);
    }

    @Override
    public Map<ChannelId, String> joinedChannels() {
        Map<ChannelId, String> joined = new LinkedHashMap<>();
        for (ChannelId channel : world.workspace().channels())
            findChannelName(channel).ifPresent(name -> joined.put(channel, name));
        return joined;
    }

    @Override
    public Set<String> channelIds(ChannelId channelId) {
        return Set.of(channelId.value());
    }
}
