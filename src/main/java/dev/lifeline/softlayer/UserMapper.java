package dev.lifeline.softlayer;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUser.Status;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.Permission;
import dev.lifeline.device.DeviceId;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.CurrentUser;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps users of the account and their permissions (src/docs/platform/softlayer.md, section Users and permissions). */
public final class UserMapper {

    private UserMapper() {}

    /**
     * Maps one user.
     *
     * @param owner whether the user is known to be the account's owner from elsewhere than the object
     */
    public static CloudUser toCloudUser(ApiObject apiObject, boolean owner) {
        boolean masterLike = owner || isMasterLike(apiObject);
        return new CloudUser(
                new CloudUserId(apiObject.id().orElseThrow()),
                apiObject.text("username").orElse(""),
                apiObject.text("email").map(String::strip).filter(email -> !email.isEmpty()),
                status(apiObject),
                masterLike,
                permissions(apiObject),
                deviceAccess(apiObject, masterLike),
                parentId(apiObject));
    }

    private static Optional<CloudUserId> parentId(ApiObject apiObject) {
        OptionalLong id = apiObject.number("parentId");
        return id.isPresent() && id.getAsLong() > 0 ? Optional.of(new CloudUserId(id.getAsLong())) : Optional.empty();
    }

    /** The API user, from {@code getCurrentUser}. */
    public static CurrentUser toCurrentUser(ApiObject apiObject) {
        return new CurrentUser(
                new CloudUserId(apiObject.id().orElseThrow()),
                apiObject.text("username").orElse(""),
                isMasterLike(apiObject),
                permissions(apiObject));
    }

    /** The second flag is set by IBM Cloud for users whose permissions are checked as if they were the owner. */
    private static boolean isMasterLike(ApiObject apiObject) {
        return apiObject.flag("isMasterUserFlag") || apiObject.flag("permissionCheckLikeMasterUserFlag");
    }

    private static Status status(ApiObject apiObject) {
        String keyName = apiObject.object("userStatus").text("keyName").orElse("");
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(keyName))
                .findFirst()
                .orElse(Status.OTHER);
    }

    /** Permissions and those of the roles, which need not show on the user. */
    private static Set<String> keyNames(ApiObject apiObject) {
        Stream<ApiObject> ofRoles =
                apiObject.objects("roles").stream().flatMap(role -> role.objects("actions").stream());
        return Stream.concat(apiObject.objects("permissions").stream(), ofRoles)
                .flatMap(permission -> permission.text("keyName").stream())
                .collect(Collectors.toSet());
    }

    private static Set<Permission> permissions(ApiObject apiObject) {
        return keyNames(apiObject).stream()
                .flatMap(keyName -> Permission.fromKeyName(keyName).stream())
                .collect(Collectors.toSet());
    }

    /** The device lists are empty where a flag or a permission gives access to all. */
    private static DeviceAccess deviceAccess(ApiObject apiObject, boolean masterLike) {
        Set<String> keyNames = keyNames(apiObject);
        boolean allGuests =
                masterLike || apiObject.flag("hasFullVirtualGuestAccessFlag") || keyNames.contains("ACCESS_ALL_GUEST");
        boolean allHardware =
                masterLike || apiObject.flag("hasFullHardwareAccessFlag") || keyNames.contains("ACCESS_ALL_HARDWARE");
        Set<DeviceId> devices = new HashSet<>();
        apiObject
                .objects("virtualGuests")
                .forEach(guest -> guest.id().ifPresent(id -> devices.add(DeviceId.virtualGuest(id))));
        apiObject.objects("hardware").forEach(metal -> metal.id().ifPresent(id -> devices.add(DeviceId.hardware(id))));
        return new DeviceAccess(allGuests, allHardware, devices);
    }
}
