package dev.lifeline.sandbox.softlayer.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The users of the account, who is above whom, and who sees which device. */
public final class CloudUsers {

    /** The account's number; user names begin with it. */
    public static final long ACCOUNT_ID = 307608;

    private final Map<Long, CloudUser> byId = new ConcurrentSkipListMap<>();

    public CloudUsers(Collection<CloudUser> users) {
        users.forEach(user -> byId.put(user.id(), user));
    }

    public List<CloudUser> all() {
        return List.copyOf(byId.values());
    }

    public Optional<CloudUser> findById(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<CloudUser> findByUsername(String username) {
        return byId.values().stream()
                .filter(user -> user.username().equals(username))
                .findFirst();
    }

    public CloudUser masterUser() {
        return byId.values().stream().filter(CloudUser::isMasterUser).findFirst().orElseThrow();
    }

    public Stream<CloudUser> childrenOf(CloudUser user) {
        return byId.values().stream()
                .filter(child -> child.parentId().filter(id -> id == user.id()).isPresent());
    }

    /** Parent, parent's parent and so on, up to the owner. */
    Stream<CloudUser> ancestorsOf(CloudUser user) {
        return Stream.iterate(
                        user.parentId().flatMap(this::findById),
                        Optional::isPresent,
                        above -> above.flatMap(CloudUser::parentId).flatMap(this::findById))
                .flatMap(Optional::stream);
    }

    boolean isAncestor(CloudUser one, CloudUser other) {
        return ancestorsOf(other).anyMatch(above -> above.id() == one.id());
    }

    /** Whether a device is there for a user. */
    public boolean canSee(CloudUser user, Device device) {
        return visibilityFor(user).test(device);
    }

    /**
     * Which devices are there for a user: those they have access to, of the kinds they may view, if all their parents may
     * view those too (softlayer.md 2.6, "Hierarchy").
     */
    public Predicate<Device> visibilityFor(CloudUser user) {
        if (user.hasAllPermissions()) return device -> user.isMasterUser() || !device.isAccessLost();
        boolean guests = mayView(user, DeviceType.VIRTUAL_GUEST);
        boolean hardware = mayView(user, DeviceType.HARDWARE);
        return device ->
                (device.spec().isGuest() ? guests : hardware) && !device.isAccessLost() && user.hasAccessTo(device.spec());
    }

    private boolean mayView(CloudUser user, DeviceType deviceType) {
        return user.hasPermission(deviceType.viewPermission()) && ancestorsOf(user).allMatch(above -> above.hasPermission(deviceType.viewPermission()));
    }

    /** Who may list and read other users: the owner and those who manage users; others know themselves and their children. */
    public boolean mayRead(CloudUser reader, CloudUser other) {
        return reader.id() == other.id() || reader.hasPermission(Permission.USER_MANAGE) || isAncestor(reader, other);
    }

    void update(long id, UnaryOperator<CloudUser> change) {
        byId.computeIfPresent(id, (ignored, user) -> change.apply(user));
    }
}
