package dev.lifeline.sandbox.softlayer.account;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the account.
 *
 * @param parent nothing for the owner
 * @param statusFlags whether they may log in, and as what
 * @param permissions key names; the owner has none and may do everything
 */
public record CloudUser(
        long id,
        Names names,
        @Nullable Long parent,
        StatusFlags statusFlags,
        Set<String> permissions,
        DeviceAccessList guestAccess,
        DeviceAccessList hardwareAccess) {

    /**
     * How a user is called.
     *
     * @param shortName what the default world calls them, such as {@code asha}
     */
    public record Names(String shortName, String username, String firstName, String lastName) {}

    /**
     * Whether a user may log in, and whether IAM gives them all a master's permissions.
     *
     * @param likeMasterUser the {@code permissionCheckLikeMasterUserFlag}
     */
    public record StatusFlags(UserStatus status, boolean likeMasterUser) {
        static final StatusFlags ACTIVE = new StatusFlags(UserStatus.ACTIVE, false);
    }

    public CloudUser {
        permissions = Set.copyOf(permissions);
    }

    public String shortName() {
        return names.shortName();
    }

    public String username() {
        return names.username();
    }

    public String email() {
        return names.shortName() + "@example.com";
    }

    public Optional<Long> parentId() {
        return Optional.ofNullable(parent);
    }

    public boolean isMasterUser() {
        return parent == null;
    }

    public boolean isActive() {
        return statusFlags.status() == UserStatus.ACTIVE;
    }

    /** The owner and those treated alike may do everything without a row saying so. */
    boolean hasAllPermissions() {
        return isMasterUser() || statusFlags.likeMasterUser();
    }

    public boolean hasPermission(String permission) {
        return hasAllPermissions() || permissions.contains(permission);
    }

    /** By list or by flag; whether the kind may be viewed at all is another question. */
    boolean hasAccessTo(DeviceSpec device) {
        return hasAllPermissions()
                || permissions.contains(device.deviceType().fullAccessPermission())
                || accessTo(device.deviceType()).allows(device.id());
    }

    public DeviceAccessList accessTo(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? guestAccess : hardwareAccess;
    }

    /** Whether the provider's flag says so; the list of devices is empty then (softlayer.md 2.6). */
    public boolean hasFullAccess(DeviceType deviceType) {
        return isMasterUser()
                || permissions.contains(deviceType.fullAccessPermission())
                || accessTo(deviceType).isUnrestricted();
    }

    CloudUser withPermissions(Set<String> more) {
        Set<String> all = new HashSet<>(permissions);
        all.addAll(more);
        return with(all);
    }

    CloudUser withoutPermissions(Set<String> fewer) {
        Set<String> rest = new HashSet<>(permissions);
        rest.removeAll(fewer);
        return with(rest);
    }

    CloudUser with(DeviceType deviceType, DeviceAccessList deviceAccessList) {
        boolean guest = deviceType == DeviceType.VIRTUAL_GUEST;
        return new CloudUser(
                id, names, parent, statusFlags, permissions, guest ? deviceAccessList : guestAccess, guest ? hardwareAccess : deviceAccessList);
    }

    CloudUser with(UserStatus status) {
        return with(new StatusFlags(status, statusFlags.likeMasterUser()));
    }

    CloudUser withLikeMasterUser(boolean like) {
        return with(new StatusFlags(statusFlags.status(), like));
    }

    private CloudUser with(StatusFlags other) {
        return new CloudUser(id, names, parent, other, permissions, guestAccess, hardwareAccess);
    }

    private CloudUser with(Set<String> permitted) {
        return new CloudUser(id, names, parent, statusFlags, permitted, guestAccess, hardwareAccess);
    }
}
