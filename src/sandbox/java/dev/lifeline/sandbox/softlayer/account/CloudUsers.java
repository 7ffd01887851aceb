package dev.lifeline.sandbox.softlayer.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The users of the account, their hierarchy, and which devices each sees. Thread-safe. */
public final class CloudUsers {

    /** The account's id; user names begin with it. */
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

    /** Returns the parent, its parent and so on, up to the master user. */
    Stream<CloudUser> ancestorsOf(CloudUser user) {
        return Stream.iterate(
                        user.parentId().flatMap(this::findById),
                        Optional::isPresent,
                        current -> current.flatMap(CloudUser::parentId).flatMap(this::findById))
                .flatMap(Optional::stream);
    }

    boolean isAncestor(CloudUser ancestor, CloudUser descendant) {
        return ancestorsOf(descendant).anyMatch(current -> current.id() == ancestor.id());
    }

    /** Whether a user sees a device. */
    public boolean canSee(CloudUser user, Device device) {
        return visibilityFor(user).test(device);
    }

    /**
     * Returns which devices a user sees: those with access, of the types that the user and all ancestors may view
     * (src/docs/platform/softlayer.md, section Users and permissions).
     */
    public Predicate<Device> visibilityFor(CloudUser user) {
        if (user.hasAllPermissions()) return device -> user.isMasterUser() || !device.isAccessLost();
        boolean guests = mayView(user, DeviceType.VIRTUAL_GUEST);
        boolean hardware = mayView(user, DeviceType.HARDWARE);
        return device ->
                (device.spec().isGuest() ? guests : hardware) && !device.isAccessLost() && user.hasAccessTo(device.spec());
    }

    private boolean mayView(CloudUser user, DeviceType deviceType) {
        return user.hasPermission(deviceType.viewPermission()) && ancestorsOf(user).allMatch(current -> current.hasPermission(deviceType.viewPermission()));
    }

    /** Whether a user may read another: users with USER_MANAGE may read all, others themselves and their descendants. */
    public boolean mayRead(CloudUser reader, CloudUser target) {
        return reader.id() == target.id() || reader.hasPermission(Permission.USER_MANAGE) || isAncestor(reader, target);
    }

    void update(long id, UnaryOperator<CloudUser> change) {
        byId.computeIfPresent(id, (ignored, user) -> change.apply(user));
    }
}
