package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.DeviceAccessList;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.softlayer.account.Permission;
import dev.lifeline.sandbox.softlayer.account.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Users and their permissions as the API shows them (src/docs/platform/softlayer.md, section Users and permissions). */
final class UserObjects {

    private static final Instant CREATED_AT = Instant.parse("2024-02-01T12:00:00Z");

    private UserObjects() {}

    static ApiObject userObject(CloudUser user, CallerView callerView) {
        return withRelations(withProfile(user), user, callerView)
                .withRelation("hardware", () -> deviceObjects(user, DeviceType.HARDWARE, callerView))
                .withRelation("virtualGuests", () -> deviceObjects(user, DeviceType.VIRTUAL_GUEST, callerView))
                .withProperty("hasFullHardwareAccessFlag", user.hasFullAccess(DeviceType.HARDWARE))
                .withProperty("hasFullVirtualGuestAccessFlag", user.hasFullAccess(DeviceType.VIRTUAL_GUEST))
                .withProperty("hasFullDedicatedHostAccessFlag", user.isMasterUser());
    }

    private static MapObject withProfile(CloudUser user) {
        return MapObject.ofType("User_Customer")
                .withProperty("id", user.id())
                .withProperty("accountId", CloudUsers.ACCOUNT_ID)
                .withProperty("username", user.username())
                .withProperty("email", user.email())
                .withProperty("displayName", user.names().firstName() + " " + user.names().lastName())
                .withProperty("firstName", user.names().firstName())
                .withProperty("lastName", user.names().lastName())
                .withProperty("parentId", user.parentId().orElse(null))
                .withProperty("isMasterUserFlag", user.isMasterUser())
                .withProperty("permissionCheckLikeMasterUserFlag", user.statusFlags().likeMasterUser() ? 1L : 0L)
                .withProperty(
                        "iamId",
                        "IBMid-"
                                + Long.toString(user.id() * 7919, Character.MAX_RADIX)
                                        .toUpperCase(Locale.ROOT))
                .withProperty("openIdConnectUserName", user.email())
                .withProperty("userStatusId", user.statusFlags().status().id())
                .withProperty("statusDate", CREATED_AT)
                .withProperty("createDate", CREATED_AT)
                .withProperty("modifyDate", CREATED_AT)
                .withProperty("companyName", "Example Ltd")
                .withProperty("country", "US")
                .withProperty("timezoneId", 117L)
                .withProperty("managedByOpenIdConnectFlag", true);
    }

    private static MapObject withRelations(MapObject mapObject, CloudUser user, CallerView callerView) {
        CloudUsers cloudUsers = callerView.fakeAccount().users();
        return mapObject.withRelation("userStatus", () -> statusObject(user.statusFlags().status()))
                .withRelation("permissions", () -> permissionObjects(user))
                .withRelation("actions", () -> actionObjects(user))
                .withRelation("roles", () -> roleObjects(user))
                .withRelation("account", callerView::accountObject)
                .withRelation(
                        "parent",
                        () -> user.parentId()
                                .flatMap(cloudUsers::findById)
                                .map(callerView::toApiObject)
                                .orElse(null))
                .withRelation(
                        "childUsers",
                        () -> cloudUsers.childrenOf(user).map(callerView::toApiObject).toList());
    }

    private static ApiObject statusObject(UserStatus status) {
        return DeviceRelations.keyNameObject("User_Customer_Status", status.id(), status.name(), status.displayName());
    }

    /** Empty for the master user, who has every permission (src/docs/platform/softlayer.md, section Known issues). */
    static List<ApiObject> permissionObjects(CloudUser user) {
        return grantedPermissions(user).map(UserObjects::permissionObject).toList();
    }

    private static Stream<Permission> grantedPermissions(CloudUser user) {
        return Permission.ALL.stream().filter(permission -> user.permissions().contains(permission.keyName()));
    }

    static ApiObject permissionObject(Permission permission) {
        return MapObject.ofType("User_Customer_CustomerPermission_Permission")
                .withProperty("key", permission.key())
                .withProperty("keyName", permission.keyName())
                .withProperty("name", permission.name());
    }

    private static List<ApiObject> actionObjects(CloudUser user) {
        return grantedPermissions(user).map(UserObjects::actionObject).toList();
    }

    static ApiObject actionObject(Permission permission) {
        return MapObject.ofType("User_Permission_Action")
                .withProperty("id", permission.id())
                .withProperty("key", permission.key())
                .withProperty("keyName", permission.keyName())
                .withProperty("name", permission.name())
                .withProperty("description", permission.description());
    }

    /** Each user has one role, named after the user, that repeats the permissions. */
    private static List<ApiObject> roleObjects(CloudUser user) {
        if (user.isMasterUser()) return List.of();
        return List.of(MapObject.ofType("User_Permission_Role")
                .withProperty("id", user.id() + 1_000_000)
                .withProperty("accountId", CloudUsers.ACCOUNT_ID)
                .withProperty("name", user.username())
                .withProperty("newUserDefaultFlag", 0L)
                .withRelation("actions", () -> actionObjects(user)));
    }

    /** Empty where access is unrestricted, which the flag says (src/docs/platform/softlayer.md, section Users and permissions). */
    private static List<ApiObject> deviceObjects(CloudUser user, DeviceType deviceType, CallerView callerView) {
        if (user.hasFullAccess(deviceType)) return List.of();
        DeviceAccessList deviceAccessList = user.accessTo(deviceType);
        return callerView.fakeAccount()
                .fleet()
                .all(deviceType)
                .filter(device -> deviceAccessList.allows(device.id()))
                .filter(callerView::canSee)
                .map(callerView::toApiObject)
                .toList();
    }
}
