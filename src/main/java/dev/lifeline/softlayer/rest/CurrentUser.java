package dev.lifeline.softlayer.rest;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Permission;
import java.util.Set;

/**
 * The API user that the bot acts as.
 *
 * @param masterLike the account's owner, or checked like the owner: holds every permission
 * @param permissions granted directly or by a role
 */
public record CurrentUser(CloudUserId id, String username, boolean masterLike, Set<Permission> permissions) {

    public CurrentUser {
        permissions = Set.copyOf(permissions);
    }

    /**
     * Whether it holds a permission. Rescue needs {@code SERVER_RELOAD}, a reboot {@code REMOTE_MANAGEMENT}
     * (src/docs/platform/softlayer.md, section Users and permissions).
     */
    public boolean hasPermission(Permission permission) {
        return masterLike || permissions.contains(permission);
    }
}
