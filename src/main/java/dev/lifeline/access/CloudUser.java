package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import java.util.Optional;
import java.util.Set;

/**
 * What is a user of the cloud account, and what may they do?
 *
 * @param email the address that the account has of them
 * @param status only ACTIVE may do anything
 * @param masterLike the owner, or one whom the provider checks like the owner; the permission list of such a user is empty and
 *     means everything (softlayer.md trap 4)
 * @param permissions granted directly or by a role
 * @param parentId the user above, who has to have what this one is given; empty for the owner, or untold (softlayer.md 2.6,
 *     "Hierarchy")
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

    /** The provider's words for it, 1001 to 1022 (softlayer.md 2.6). */
    public enum Status {
        ACTIVE,
        DISABLED,
        INACTIVE,
        PENDING,
        SUSPENDED,
        IAMID_INVALID,
        CANCEL_PENDING,
        VPN_ONLY,
        /** One that the documents do not know. */
        OTHER
    }

    public boolean hasPermission(Permission permission) {
        return masterLike || permissions.contains(permission);
    }

    /** By list or by flag; the owner reaches everything. Whether the kind may be viewed at all is another question. */
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
