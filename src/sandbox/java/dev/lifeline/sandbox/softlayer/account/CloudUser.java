package dev.lifeline.sandbox.softlayer.account;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the account.
 *
 * @param parent null for the master user
 * @param statusFlags whether the user may log in, and as what
 * @param permissions key names; the master user has none and is allowed everything
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
     * The names of a user.
     *
     * @param shortName the name in the default account, such as {@code asha}
     */
    public record Names(String shortName, String username, String firstName, String lastName) {}

    /**
     * Whether a user may log in, and whether IAM grants all of a master user's permissions.
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

    /** The master user and users treated alike have every permission without a row saying so. */
    boolean hasAllPermissions() {
        return isMasterUser() || statusFlags.likeMasterUser();
    }

    public boolean hasPermission(String permission) {
        return hasAllPermissions() || permissions.contains(permission);
    }

    /** Whether the user has access by list or by flag; the permission to view the type is checked elsewhere. */
    boolean hasAccessTo(DeviceSpec device) {
        return hasAllPermissions()
                || permissions.contains(device.deviceType().fullAccessPermission())
                || accessTo(device.deviceType()).allows(device.id());
    }

    public DeviceAccessList accessTo(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? guestAccess : hardwareAccess;
    }

    /**
     * Whether the provider's flag says so; the list of devices is empty then (src/docs/platform/softlayer.md, section Users
     * and permissions).
     */
    public boolean hasFullAccess(DeviceType deviceType) {
        return isMasterUser()
                || permissions.contains(deviceType.fullAccessPermission())
                || accessTo(deviceType).isUnrestricted();
    }

    CloudUser withPermissions(Set<String> added) {
        Set<String> extended = new HashSet<>(permissions);
        extended.addAll(added);
        return with(extended);
    }

    CloudUser withoutPermissions(Set<String> removed) {
        Set<String> remaining = new HashSet<>(permissions);
        remaining.removeAll(removed);
        return with(remaining);
    }

    CloudUser with(DeviceType deviceType, DeviceAccessList deviceAccessList) {
        boolean guest = deviceType == DeviceType.VIRTUAL_GUEST;
        return new CloudUser(
                id, names, parent, statusFlags, permissions, guest ? deviceAccessList : guestAccess, guest ? hardwareAccess : deviceAccessList);
    }

    CloudUser with(UserStatus status) {
        return with(new StatusFlags(status, statusFlags.likeMasterUser()));
    }

    CloudUser withLikeMasterUser(boolean likeMasterUser) {
        return with(new StatusFlags(statusFlags.status(), likeMasterUser));
    }

    private CloudUser with(StatusFlags flags) {
        return new CloudUser(id, names, parent, flags, permissions, guestAccess, hardwareAccess);
    }

    private CloudUser with(Set<String> newPermissions) {
        return new CloudUser(id, names, parent, statusFlags, newPermissions, guestAccess, hardwareAccess);
    }
}
