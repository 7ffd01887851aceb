package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one rule for changing a Slack user's link, whichever command does it: everybody changes their own, by an API key or
 * by revoking it; a user manager changes that of users below them, as the provider rules user management
 * (src/docs/platform/softlayer.md, section Users and permissions), and the owner everybody's. Nobody touches the link of
 * somebody above or of the owner, also where it was revoked; and nobody assigns another cloud user to somebody who
 * presented an API key, unless they revoked that link themselves.
 *
 * <p>Thread-safe. A decision blocks for one database read and one provider call for the linked user and for each ancestor,
 * and throws {@link dev.lifeline.device.ProviderUnavailableException} when one cannot be read.
 */
public final class LinkChangeRules {

    private final CloudUsers cloudUsers;
    private final AccountLinks accountLinks;

    public LinkChangeRules(CloudUsers cloudUsers, AccountLinks accountLinks) {
        this.cloudUsers = cloudUsers;
        this.accountLinks = accountLinks;
    }

    /** Who wants to change a link in an account: the Slack user, and the cloud user that they are there. */
    public record ActingUser(SlackUserId slackUserId, CloudUser cloudUser) {

        private AccountName account() {
            return cloudUser.id().account();
        }
    }

    /** Whether a cloud user may be assigned: the cloud user, or what prevents it. */
    public record Assignment(Optional<CloudUser> cloudUser, Optional<LinkChangeDenial> denial) {

        private static Assignment denied(LinkChangeDenial denial) {
            return new Assignment(Optional.empty(), Optional.of(denial));
        }
    }

    /**
     * Decides whether a manager may assign a cloud user of their account to a Slack user.
     *
     * @param lookUp finds the cloud user; not called where the manager may not change the Slack user's link at all
     */
    public Assignment assign(
            ActingUser manager, SlackUser slackUser, Function<CloudUsers, Optional<CloudUser>> lookUp) {
        if (!isUserManager(manager.cloudUser())) return Assignment.denied(LinkChangeDenial.NOT_USER_MANAGER);
        if (manager.slackUserId().equals(slackUser.id())) return Assignment.denied(LinkChangeDenial.SELF);
        if (slackUser.kind() != SlackUser.UserKind.MEMBER)
            return Assignment.denied(LinkChangeDenial.NOT_WORKSPACE_MEMBER);
        AccountName account = manager.account();
        return accountLinks
                .find(slackUser.id(), account)
                .flatMap(accountLink -> replacementDenial(manager.cloudUser(), accountLink))
                .map(Assignment::denied)
                .orElseGet(() -> assign(manager.cloudUser(), lookUp.apply(cloudUsers.in(account))));
    }

    /** What prevents revoking a Slack user's link in the manager's account; empty when it is allowed. */
    public Optional<LinkChangeDenial> revocationDenial(ActingUser manager, SlackUserId slackUserId) {
        Optional<AccountLink> accountLink =
                accountLinks.find(slackUserId, manager.account()).filter(AccountLink::isActive);
        boolean self = manager.slackUserId().equals(slackUserId);
        if (!self && !isUserManager(manager.cloudUser())) return Optional.of(LinkChangeDenial.NOT_USER_MANAGER);
        if (accountLink.isEmpty()) return Optional.of(LinkChangeDenial.NOT_LINKED);
        return self || managesLink(manager.cloudUser(), accountLink.get())
                ? Optional.empty()
                : Optional.of(LinkChangeDenial.LINKED_USER_NOT_MANAGED);
    }

    /** Whether the user manages users at all. */
    public static boolean isUserManager(CloudUser user) {
        return user.hasPermission(Permission.USER_MANAGE);
    }

    /** Whether the user is below the manager; a user is not below themselves. */
    public boolean canManage(CloudUser manager, CloudUser user) {
        if (manager.id().equals(user.id()) || !manager.isOfSameAccountAs(user)) return false;
        return manager.masterLike() || isBelow(manager, user);
    }

    private Optional<LinkChangeDenial> replacementDenial(CloudUser manager, AccountLink accountLink) {
        if (!managesLink(manager, accountLink)) return Optional.of(LinkChangeDenial.LINKED_USER_NOT_MANAGED);
        boolean released =
                !accountLink.isActive() && accountLink.origin().linkedBy().equals(accountLink.slackUserId());
        return accountLink.everVerified() && !released ? Optional.of(LinkChangeDenial.VERIFIED) : Optional.empty();
    }

    /** A link to a cloud user that is gone, or hidden from the bot's user, is the owner's to change. */
    private boolean managesLink(CloudUser manager, AccountLink accountLink) {
        return cloudUsers
                .findById(accountLink.cloudUserId())
                .map(linked -> isAbove(manager, linked))
                .orElse(manager.masterLike() && manager.parentId().isEmpty());
    }

    /** A user with the owner's rights is above everybody but their own ancestors and others of that kind, unless those are below. */
    private boolean isAbove(CloudUser manager, CloudUser linked) {
        if (manager.id().equals(linked.id()) || !manager.isOfSameAccountAs(linked)) return false;
        if (!manager.masterLike() || linked.masterLike()) return isBelow(manager, linked);
        return !UserHierarchy.of(manager, cloudUsers::findById).isDescendantOf(linked);
    }

    private boolean isBelow(CloudUser manager, CloudUser user) {
        return UserHierarchy.of(user, cloudUsers::findById).isDescendantOf(manager);
    }

    private Assignment assign(CloudUser manager, Optional<CloudUser> user) {
        if (user.filter(candidate -> canManage(manager, candidate)).isEmpty())
            return Assignment.denied(LinkChangeDenial.USER_NOT_FOUND);
        if (user.get().masterLike()) return Assignment.denied(LinkChangeDenial.MASTER_USER);
        return user.get().status() == CloudUser.Status.ACTIVE
                ? new Assignment(user, Optional.empty())
                : Assignment.denied(LinkChangeDenial.USER_NOT_ACTIVE);
    }
}
