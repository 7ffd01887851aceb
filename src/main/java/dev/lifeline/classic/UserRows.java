package dev.lifeline.classic;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUser.Status;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.Permission;
import dev.lifeline.device.DeviceId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is the user that a row describes, and what may they do? (softlayer.md 2.6) */
final class UserRows {

    private UserRows() {}

    static CloudUser user(Row row, boolean owner) {
        boolean masterLike = owner || isMasterLike(row);
        return new CloudUser(
                new CloudUserId(row.id().orElseThrow()),
                row.text("username").orElse(""),
                row.text("email").map(String::strip).filter(email -> !email.isEmpty()),
                status(row),
                masterLike,
                permissions(row),
                access(row, masterLike),
                parent(row));
    }

    private static Optional<CloudUserId> parent(Row row) {
        OptionalLong id = row.number("parentId");
        return id.isPresent() && id.getAsLong() > 0 ? Optional.of(new CloudUserId(id.getAsLong())) : Optional.empty();
    }

    static CurrentUser current(Row row) {
        return new CurrentUser(
                new CloudUserId(row.id().orElseThrow()),
                row.text("username").orElse(""),
                isMasterLike(row),
                permissions(row));
    }

    /** The second flag is set by IBM Cloud for users who are checked as if they were the owner. */
    private static boolean isMasterLike(Row row) {
        return row.flag("isMasterUserFlag") || row.flag("permissionCheckLikeMasterUserFlag");
    }

    private static Status status(Row row) {
        String keyName = row.row("userStatus").text("keyName").orElse("");
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(keyName))
                .findFirst()
                .orElse(Status.OTHER);
    }

    /** A role may give what does not show on the user. */
    private static Set<String> keyNames(Row row) {
        Stream<Row> ofRoles = row.rows("roles").stream().flatMap(role -> role.rows("actions").stream());
        return Stream.concat(row.rows("permissions").stream(), ofRoles)
                .flatMap(permission -> permission.text("keyName").stream())
                .collect(Collectors.toSet());
    }

    private static Set<Permission> permissions(Row row) {
        return keyNames(row).stream()
                .flatMap(keyName -> Permission.keyed(keyName).stream())
                .collect(Collectors.toSet());
    }

    /** The lists are empty where a flag or a permission gives all. */
    private static DeviceAccess access(Row row, boolean masterLike) {
        Set<String> keyNames = keyNames(row);
        boolean allGuests =
                masterLike || row.flag("hasFullVirtualGuestAccessFlag") || keyNames.contains("ACCESS_ALL_GUEST");
        boolean allHardware =
                masterLike || row.flag("hasFullHardwareAccessFlag") || keyNames.contains("ACCESS_ALL_HARDWARE");
        Set<DeviceId> devices = new HashSet<>();
        row.rows("virtualGuests").forEach(guest -> guest.id().ifPresent(id -> devices.add(DeviceId.virtualGuest(id))));
        row.rows("hardware").forEach(metal -> metal.id().ifPresent(id -> devices.add(DeviceId.hardware(id))));
        return new DeviceAccess(allGuests, allHardware, devices);
    }
}
