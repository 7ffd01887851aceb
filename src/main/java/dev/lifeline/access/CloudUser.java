package dev.lifeline.access;

import dev.lifeline.device.AccountName;
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
     * separate rule. No user has access to a device of another account than their own.
     */
    public boolean hasAccessTo(DeviceId device) {
        return device.account().equals(id.account()) && (masterLike || deviceAccess.includes(device));
    }

    /** The user name for people, with the account unless it is the main one: {@code lab:307608_asha}. */
    public String label() {
        return id.namedAccount().map(account -> account + ":").orElse("") + username;
    }

    /** Whether both are users of one account, without which neither has a say about the other. */
    public boolean isOfSameAccountAs(CloudUser other) {
        return id.account().equals(other.id().account());
    }

    /** The same user as one of an account, of which there are several. */
    public CloudUser in(AccountName account) {
        return new CloudUser(
                id.in(account),
                username,
                email,
                status,
                masterLike,
                permissions,
                deviceAccess.in(account),
                parentId.map(parent -> parent.in(account)));
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
