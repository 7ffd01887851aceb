package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import java.util.Optional;
import java.util.Set;

/**
 * A user of the cloud account with their permissions.
 *
 * @param email address that the account has for them
 * @param status only ACTIVE may do anything
 * @param masterLike the owner, or a user whom the provider checks like the owner; the permission list of such a user is
 *     empty and means everything (src/docs/platform/softlayer.md, section Users and permissions)
 * @param permissions granted directly or by a role
 * @param parentId the user above, who has to hold what this one is given; empty for the owner, or where the provider does
 *     not say
 */
public record CloudUser(
        CloudUserId id,
        String username,
        Optional<String> email,
        Status status,
        boolean masterLike,
        Set<Permission> permissions,
        DeviceAccess deviceAccess,
        Optional<CloudUserId> parentId) {

    public CloudUser {
        permissions = Set.copyOf(permissions);
    }

    /** The provider's user status, 1001 to 1022 (src/docs/platform/softlayer.md, section Users and permissions). */
    public enum Status {
        ACTIVE,
        DISABLED,
        INACTIVE,
        PENDING,
        SUSPENDED,
        IAMID_INVALID,
        CANCEL_PENDING,
        VPN_ONLY,
        /** A status that the provider's documentation does not list. */
        OTHER
    }

    /** Whether the user holds the permission; the owner holds all. */
    public boolean hasPermission(Permission permission) {
        return masterLike || permissions.contains(permission);
    }

    /**
     * Whether the device is in the user's device list, by id or by flag; the owner has access to all. The view permission is a
     * separate rule.
     */
    public boolean hasAccessTo(DeviceId device) {
        return masterLike || deviceAccess.includes(device);
    }

    /** The same user with another address. */
    public CloudUser withEmail(Optional<String> newEmail) {
        return new CloudUser(id, username, newEmail, status, masterLike, permissions, deviceAccess, parentId);
    }

    /** The same user with another status. */
    public CloudUser withStatus(Status newStatus) {
        return new CloudUser(id, username, email, newStatus, masterLike, permissions, deviceAccess, parentId);
    }

    /** The same user with other permissions. */
    public CloudUser withPermissions(Set<Permission> newPermissions) {
        return new CloudUser(id, username, email, status, masterLike, newPermissions, deviceAccess, parentId);
    }

    /** The same user below another one. */
    public CloudUser withParent(CloudUserId newParent) {
        return new CloudUser(
                id, username, email, status, masterLike, permissions, deviceAccess, Optional.of(newParent));
    }
}
