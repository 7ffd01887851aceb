package dev.lifeline.simulation;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is who in truth: which Slack users and which cloud users are one human, and since when who may do what. */
final class SimulatedHumans {

    /** From losing a right until everybody has to know it. */
    static final Duration ABILITY_RACE = Duration.ofMinutes(3);

    private final SimulatedWorld world;
    private final Map<SlackUserId, SlackUser> slackUsers = new LinkedHashMap<>();
    private final Map<CloudUserId, CloudUser> cloudUsers = new LinkedHashMap<>();
    private final Map<SlackUserId, String> humanOfSlackUser = new HashMap<>();
    private final Map<CloudUserId, String> humanOfCloudUser = new HashMap<>();
    private final Map<CloudUserId, Instant> unableSince = new HashMap<>();
    private final Map<SlackUserId, Instant> deactivatedSince = new HashMap<>();

    SimulatedHumans(SimulatedWorld world) {
        this.world = world;
        addCloudUser("elena", 100, true, true);
        addCloudUser("asha", 101, false, false);
        addCloudUser("bruno", 102, false, false);
        addCloudUser("chiara", 103, false, true);
        addCloudUser("dario", 105, false, false);
        addCloudUser("dario", 106, false, false);
        addCloudUser("gita", 107, false, false);
        addCloudUser("hugo", 108, false, false);
        for (String human : List.of("elena", "asha", "bruno", "chiara", "dario", "farid", "gita", "hugo"))
            addSlackUser(human, "U0" + human.toUpperCase(Locale.ROOT), human + "@example.com");
        addSlackUser("dario", "U0DARIO2", "dario.second@example.com");
        addSlackUser("hugo", "U0HUGO2", "hugo.second@example.com");
    }

    private void addSlackUser(String human, String id, String email) {
        SlackUserId slackUserId = new SlackUserId(id);
        humanOfSlackUser.put(slackUserId, human);
        slackUsers.put(
                slackUserId,
                new SlackUser(slackUserId, human, Optional.of(email), Locale.ENGLISH, SlackUser.UserKind.MEMBER));
    }

    private void addCloudUser(String human, long id, boolean owner, boolean manager) {
        CloudUserId cloudUserId = new CloudUserId(id);
        humanOfCloudUser.put(cloudUserId, human);
        EnumSet<Permission> permissions = EnumSet.allOf(Permission.class);
        if (!manager) permissions.remove(Permission.USER_MANAGE);
        cloudUsers.put(
                cloudUserId,
                new CloudUser(
                        cloudUserId,
                        "9001_" + human + id,
                        Optional.of(human + "@example.com"),
                        CloudUser.Status.ACTIVE,
                        owner,
                        permissions,
                        new DeviceAccess(true, true, Set.of()),
                        parent(id, owner)));
    }

    /** The owner is above the manager, the manager above everybody else but dario. */
    private static Optional<CloudUserId> parent(long id, boolean owner) {
        if (owner) return Optional.empty();
        boolean belowOwner = id == 103 || id == 105 || id == 106;
        return Optional.of(new CloudUserId(belowOwner ? 100 : 103));
    }

    List<SlackUser> slackUsers() {
        return List.copyOf(slackUsers.values());
    }

    SlackUser slackUser(SlackUserId id) {
        SlackUser user = slackUsers.get(id);
        if (user == null) throw new IllegalArgumentException("nobody is " + id);
        return user;
    }

    List<CloudUser> cloudUsers() {
        return List.copyOf(cloudUsers.values());
    }

    Optional<CloudUser> cloudUser(CloudUserId id) {
        return Optional.ofNullable(cloudUsers.get(id));
    }

    String human(SlackUserId id) {
        return humanOfSlackUser.getOrDefault(id, "nobody");
    }

    String human(CloudUserId id) {
        return humanOfCloudUser.getOrDefault(id, "nobody");
    }

    void setKind(SlackUserId id, SlackUser.UserKind kind) {
        SlackUser user = slackUser(id);
        slackUsers.put(id, new SlackUser(id, user.name(), user.email(), user.locale(), kind));
        if (kind == SlackUser.UserKind.MEMBER) deactivatedSince.remove(id);
        else deactivatedSince.putIfAbsent(id, world.time().now());
    }

    void setStatus(CloudUserId id, CloudUser.Status status) {
        change(cloudUser(id).orElseThrow().withStatus(status));
    }

    void setPermission(CloudUserId id, boolean mayOperate) {
        CloudUser user = cloudUser(id).orElseThrow();
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(user.permissions());
        Set<Permission> operation = EnumSet.of(Permission.SERVER_RELOAD, Permission.REMOTE_MANAGEMENT);
        if (mayOperate) permissions.addAll(operation);
        else permissions.removeAll(operation);
        change(user.withPermissions(permissions));
    }

    private void change(CloudUser user) {
        cloudUsers.put(user.id(), user);
        if (isAble(user)) unableSince.remove(user.id());
        else unableSince.putIfAbsent(user.id(), world.time().now());
    }

    private static boolean isAble(CloudUser user) {
        return user.status() == CloudUser.Status.ACTIVE && user.hasPermission(Permission.SERVER_RELOAD);
    }

    /** Whether this pair of users could order a rescue at some time within the last so long. */
    boolean wasAble(SlackUserId slackUser, CloudUserId cloudUser, Duration within) {
        Instant earliest = world.time().now().minus(within);
        boolean member = !deactivatedSince.getOrDefault(slackUser, Instant.MAX).isBefore(earliest);
        boolean able = !unableSince.getOrDefault(cloudUser, Instant.MAX).isBefore(earliest);
        return member && able;
    }

    /** Whether this Slack user's own cloud user could approve within the last minutes. */
    boolean mayApprove(SlackUserId id) {
        String human = human(id);
        return cloudUsers.keySet().stream()
                .filter(user -> human(user).equals(human))
                .anyMatch(user -> wasAble(id, user, ABILITY_RACE));
    }

    /** Everybody is able again. */
    void restoreAll() {
        slackUsers().forEach(user -> setKind(user.id(), SlackUser.UserKind.MEMBER));
        cloudUsers().forEach(user -> {
            setStatus(user.id(), CloudUser.Status.ACTIVE);
            setPermission(user.id(), true);
        });
    }
}
