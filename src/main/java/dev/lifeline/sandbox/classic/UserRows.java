package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Access;
import dev.lifeline.sandbox.classic.world.CloudUser;
import dev.lifeline.sandbox.classic.world.Kind;
import dev.lifeline.sandbox.classic.world.People;
import dev.lifeline.sandbox.classic.world.Permission;
import dev.lifeline.sandbox.classic.world.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Users and what they hold, as the API shows them (softlayer.md 2.6). */
final class UserRows {

    private static final Instant JOINED = Instant.parse("2024-02-01T12:00:00Z");

    private UserRows() {}

    static Thing user(CloudUser user, Showing showing) {
        return related(described(user), user, showing)
                .linking("hardware", () -> devices(user, Kind.HARDWARE, showing))
                .linking("virtualGuests", () -> devices(user, Kind.VIRTUAL_GUEST, showing))
                .with("hasFullHardwareAccessFlag", user.hasFull(Kind.HARDWARE))
                .with("hasFullVirtualGuestAccessFlag", user.hasFull(Kind.VIRTUAL_GUEST))
                .with("hasFullDedicatedHostAccessFlag", user.isOwner());
    }

    private static Row described(CloudUser user) {
        return Row.of("User_Customer")
                .with("id", user.id())
                .with("accountId", People.ACCOUNT)
                .with("username", user.username())
                .with("email", user.email())
                .with("displayName", user.called().first() + " " + user.called().last())
                .with("firstName", user.called().first())
                .with("lastName", user.called().last())
                .with("parentId", user.parentId().orElse(null))
                .with("isMasterUserFlag", user.isOwner())
                .with("permissionCheckLikeMasterUserFlag", user.standing().likeMaster() ? 1L : 0L)
                .with(
                        "iamId",
                        "IBMid-"
                                + Long.toString(user.id() * 7919, Character.MAX_RADIX)
                                        .toUpperCase(Locale.ROOT))
                .with("openIdConnectUserName", user.email())
                .with("userStatusId", user.standing().status().id())
                .with("statusDate", JOINED)
                .with("createDate", JOINED)
                .with("modifyDate", JOINED)
                .with("companyName", "Example Ltd")
                .with("country", "US")
                .with("timezoneId", 117L)
                .with("managedByOpenIdConnectFlag", true);
    }

    private static Row related(Row row, CloudUser user, Showing showing) {
        People people = showing.estate().people();
        return row.linking("userStatus", () -> status(user.standing().status()))
                .linking("permissions", () -> permissions(user))
                .linking("actions", () -> actions(user))
                .linking("roles", () -> roles(user))
                .linking("account", showing::account)
                .linking(
                        "parent",
                        () -> user.parentId()
                                .flatMap(people::withId)
                                .map(showing::show)
                                .orElse(null))
                .linking(
                        "childUsers",
                        () -> people.childrenOf(user).map(showing::show).toList());
    }

    private static Thing status(UserStatus status) {
        return DeviceRows.keyed("User_Customer_Status", status.id(), status.name(), status.display());
    }

    /** Empty for the owner, who may do everything (softlayer.md, trap 4). */
    static List<Thing> permissions(CloudUser user) {
        return held(user).map(UserRows::permission).toList();
    }

    private static Stream<Permission> held(CloudUser user) {
        return Permission.ALL.stream().filter(permission -> user.permissions().contains(permission.keyName()));
    }

    static Thing permission(Permission permission) {
        return Row.of("User_Customer_CustomerPermission_Permission")
                .with("key", permission.key())
                .with("keyName", permission.keyName())
                .with("name", permission.name());
    }

    private static List<Thing> actions(CloudUser user) {
        return held(user).map(UserRows::action).toList();
    }

    static Thing action(Permission permission) {
        return Row.of("User_Permission_Action")
                .with("id", permission.id())
                .with("key", permission.key())
                .with("keyName", permission.keyName())
                .with("name", permission.name())
                .with("description", permission.description());
    }

    /** Every user has one, named after the user, that repeats the permissions. */
    private static List<Thing> roles(CloudUser user) {
        if (user.isOwner()) return List.of();
        return List.of(Row.of("User_Permission_Role")
                .with("id", user.id() + 1_000_000)
                .with("accountId", People.ACCOUNT)
                .with("name", user.username())
                .with("newUserDefaultFlag", 0L)
                .linking("actions", () -> actions(user)));
    }

    /** Empty where access is full: the flag says it then (softlayer.md 2.6). */
    private static List<Thing> devices(CloudUser user, Kind kind, Showing showing) {
        if (user.hasFull(kind)) return List.of();
        Access access = user.accessTo(kind);
        return showing.estate()
                .fleet()
                .all(kind)
                .filter(device -> access.allows(device.id()))
                .filter(showing::sees)
                .map(showing::show)
                .toList();
    }
}
