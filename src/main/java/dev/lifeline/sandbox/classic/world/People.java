package dev.lifeline.sandbox.classic.world;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The users of the account, who is above whom, and who sees which device. */
public final class People {

    /** The account's number; user names begin with it. */
    public static final long ACCOUNT = 307608;

    private final Map<Long, CloudUser> byId = new ConcurrentSkipListMap<>();

    public People(Collection<CloudUser> users) {
        users.forEach(user -> byId.put(user.id(), user));
    }

    public List<CloudUser> all() {
        return List.copyOf(byId.values());
    }

    public Optional<CloudUser> withId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<CloudUser> withUsername(String username) {
        return byId.values().stream()
                .filter(user -> user.username().equals(username))
                .findFirst();
    }

    public CloudUser owner() {
        return byId.values().stream().filter(CloudUser::isOwner).findFirst().orElseThrow();
    }

    public Stream<CloudUser> childrenOf(CloudUser user) {
        return byId.values().stream()
                .filter(child -> child.parentId().filter(id -> id == user.id()).isPresent());
    }

    /** Parent, parent's parent and so on, up to the owner. */
    Stream<CloudUser> ancestorsOf(CloudUser user) {
        return Stream.iterate(
                        user.parentId().flatMap(this::withId),
                        Optional::isPresent,
                        above -> above.flatMap(CloudUser::parentId).flatMap(this::withId))
                .flatMap(Optional::stream);
    }

    boolean isAbove(CloudUser one, CloudUser other) {
        return ancestorsOf(other).anyMatch(above -> above.id() == one.id());
    }

    /** Whether a device is there for a user. */
    public boolean sees(CloudUser user, Device device) {
        return sightOf(user).test(device);
    }

    /**
     * Which devices are there for a user: those they have access to, of the kinds they may view, if all their parents may
     * view those too (softlayer.md 2.6, "Hierarchy").
     */
    public Predicate<Device> sightOf(CloudUser user) {
        if (user.mayEverything()) return device -> user.isOwner() || !device.isOutOfReach();
        boolean guests = mayView(user, Kind.VIRTUAL_GUEST);
        boolean hardware = mayView(user, Kind.HARDWARE);
        return device ->
                (device.spec().isGuest() ? guests : hardware) && !device.isOutOfReach() && user.reaches(device.spec());
    }

    private boolean mayView(CloudUser user, Kind kind) {
        return user.holds(kind.view()) && ancestorsOf(user).allMatch(above -> above.holds(kind.view()));
    }

    /** Who may list and read other users: the owner and those who manage users; others know themselves and their children. */
    public boolean mayRead(CloudUser reader, CloudUser other) {
        return reader.id() == other.id() || reader.holds(Permission.MANAGE_USERS) || isAbove(reader, other);
    }

    void change(long id, UnaryOperator<CloudUser> change) {
        byId.computeIfPresent(id, (ignored, user) -> change.apply(user));
    }
}
