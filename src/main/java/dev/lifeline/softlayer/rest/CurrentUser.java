package dev.lifeline.softlayer.rest;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Permission;
import java.util.Set;

/**
 * As whom does the bot itself act on the account?
 *
 * @param masterLike the owner, or checked like the owner: may do everything
 * @param permissions granted directly or by a role
 */
public record CurrentUser(CloudUserId id, String username, boolean masterLike, Set<Permission> permissions) {

    public CurrentUser {
        permissions = Set.copyOf(permissions);
    }

    /** May it do this? Rescue needs {@code SERVER_RELOAD}, a reboot {@code REMOTE_MANAGEMENT} (softlayer.md 2.6). */
    public boolean hasPermission(Permission permission) {
        return masterLike || permissions.contains(permission);
    }
}
