package dev.lifeline.access;

import java.util.Optional;

/**
 * The rules for linking another person's accounts: user managers for the users below them, as the provider rules user
 * management (src/docs/platform/softlayer.md, section Users and permissions); the owner for everybody.
 *
 * <p>Thread-safe. Methods that look at a hierarchy make one provider call for each ancestor, and throw {@link
 * dev.lifeline.device.ProviderUnavailableException} when one cannot be read.
 */
public final class ManualLinkRules {

    private final CloudUsers cloudUsers;

    public ManualLinkRules(CloudUsers cloudUsers) {
        this.cloudUsers = cloudUsers;
    }

    /** What prevents linking the Slack user to the cloud user; empty when it is allowed. */
    public Optional<ManualLinkDenial> denial(CloudUser manager, SlackUser slackUser, Optional<CloudUser> user) {
        if (!isUserManager(manager)) return Optional.of(ManualLinkDenial.NOT_USER_MANAGER);
        if (slackUser.kind() != SlackUser.UserKind.MEMBER) return Optional.of(ManualLinkDenial.NOT_WORKSPACE_MEMBER);
        if (user.filter(candidate -> canManage(manager, candidate)).isEmpty())
            return Optional.of(ManualLinkDenial.USER_NOT_FOUND);
        if (user.get().masterLike()) return Optional.of(ManualLinkDenial.MASTER_USER);
        boolean active = user.get().status() == CloudUser.Status.ACTIVE;
        return active ? Optional.empty() : Optional.of(ManualLinkDenial.USER_NOT_ACTIVE);
    }

    /** Whether the user manages users at all. */
    public static boolean isUserManager(CloudUser user) {
        return user.hasPermission(Permission.USER_MANAGE);
    }

    /** Whether the user is below the manager; a user is not below themselves. */
    public boolean canManage(CloudUser manager, CloudUser user) {
        if (manager.id().equals(user.id())) return false;
        return manager.masterLike()
                || UserHierarchy.of(user, cloudUsers::findById).isDescendantOf(manager);
    }
}
