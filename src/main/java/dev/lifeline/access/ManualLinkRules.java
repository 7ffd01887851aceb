package dev.lifeline.access;

import java.util.Optional;

/**
 * May this cloud user say who somebody in Slack is? Only about users below them, as with everything that the provider lets a user manager
 * do (softlayer.md 2.6, "Hierarchy"); the owner about everybody.
 */
public final class ManualLinkRules {

    private final CloudUsers cloudUsers;

    public ManualLinkRules(CloudUsers cloudUsers) {
        this.cloudUsers = cloudUsers;
    }

    /** What stands against binding that person to that user; read afresh. */
    public Optional<ManualLinkDenial> denial(CloudUser manager, SlackUser slackUser, Optional<CloudUser> user) {
        if (!isUserManager(manager)) return Optional.of(ManualLinkDenial.NOT_USER_MANAGER);
        if (slackUser.kind() != SlackUser.UserKind.MEMBER) return Optional.of(ManualLinkDenial.NOT_WORKSPACE_MEMBER);
        if (user.filter(subject -> canManage(manager, subject)).isEmpty())
            return Optional.of(ManualLinkDenial.USER_NOT_FOUND);
        if (user.get().masterLike()) return Optional.of(ManualLinkDenial.MASTER_USER);
        boolean active = user.get().status() == CloudUser.Status.ACTIVE;
        return active ? Optional.empty() : Optional.of(ManualLinkDenial.USER_NOT_ACTIVE);
    }

    /** May they manage users at all? */
    public static boolean isUserManager(CloudUser user) {
        return user.hasPermission(Permission.USER_MANAGE);
    }

    /** Is that user theirs to manage? Nobody is above themselves. */
    public boolean canManage(CloudUser manager, CloudUser user) {
        if (manager.id().equals(user.id())) return false;
        return manager.masterLike()
                || UserHierarchy.of(user, cloudUsers::findById).isDescendantOf(manager);
    }
}
