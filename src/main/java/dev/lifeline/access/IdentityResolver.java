package dev.lifeline.access;

import dev.lifeline.access.AccountLink.LinkMethod;
import dev.lifeline.access.DenialReason.LinkOutdated.ChangedEmail;
import dev.lifeline.device.AccountName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Resolves a Slack user to a cloud user, by link or, the first time, by e-mail address: where exactly one ACTIVE user has
 * it who neither owns the account nor manages users. Addresses that a link was made by have to be unchanged.
 */
final class IdentityResolver {

    private final CloudUsers cloudUsers;
    private final AccountLinks accountLinks;
    private final InstantSource clock;

    IdentityResolver(CloudUsers cloudUsers, AccountLinks accountLinks, InstantSource clock) {
        this.cloudUsers = cloudUsers;
        this.accountLinks = accountLinks;
        this.clock = clock;
    }

    /** The accounts in which somebody can be a user. */
    List<AccountName> accounts() {
        return cloudUsers.accounts();
    }

    /** Resolves the Slack user to a user of an account, and saves a first link by e-mail address. */
    AccessDecision resolve(SlackUser slackUser, AccountName account) {
        AccessDecision accessDecision = find(slackUser, account);
        if (accessDecision instanceof AccessDecision.Allowed allowed
                && accountLinks.find(slackUser.id(), account).isEmpty())
            accountLinks.saveIfAbsent(
                    AccountLink.byEmail(slackUser, allowed.cloudUser().id(), clock.instant()));
        return accessDecision;
    }

    /** Resolves the Slack user to a user of an account, and saves nothing. */
    AccessDecision find(SlackUser slackUser, AccountName account) {
        if (slackUser.kind() != SlackUser.UserKind.MEMBER)
            return denied(new DenialReason.NotWorkspaceMember(slackUser.kind()));
        return accountLinks
                .find(slackUser.id(), account)
                .map(accountLink -> resolveLinked(slackUser, accountLink))
                .orElseGet(() -> findByEmail(slackUser, cloudUsers.in(account)));
    }

    private AccessDecision resolveLinked(SlackUser slackUser, AccountLink accountLink) {
        if (!accountLink.isActive())
            return denied(new DenialReason.LinkRequired(DenialReason.LinkRequired.Reason.UNLINKED));
        return emailDenialReason(slackUser, accountLink)
                .map(IdentityResolver::denied)
                .orElseGet(() -> cloudUsers
                        .in(accountLink.account())
                        .findById(accountLink.cloudUserId())
                        .map(user -> verify(slackUser, accountLink.method(), user))
                        .orElse(denied(new DenialReason.CloudUserGone())));
    }

    /** An address that is not told is no changed one: what helps is another thing. */
    private static Optional<DenialReason> emailDenialReason(SlackUser slackUser, AccountLink accountLink) {
        if (!isEmailChanged(slackUser, accountLink)) return Optional.empty();
        if (slackUser.email().isEmpty())
            return Optional.of(new DenialReason.EmailNotComparable(slackUser.emailAbsence()));
        return Optional.of(new DenialReason.LinkOutdated(
                accountLink.email().isEmpty() ? ChangedEmail.FIRST_SLACK_EMAIL : ChangedEmail.SLACK_EMAIL));
    }

    /**
     * A link by address without a recorded address cannot be compared on Slack's side; the cloud user's address is compared
     * all the same.
     */
    private static boolean isEmailChanged(SlackUser slackUser, AccountLink accountLink) {
        boolean unrecorded =
                accountLink.method() == LinkMethod.EMAIL && accountLink.email().isEmpty();
        return !unrecorded && !isSameEmail(slackUser.email(), accountLink.email());
    }

    private static AccessDecision verify(SlackUser slackUser, LinkMethod linkMethod, CloudUser user) {
        if (user.status() != CloudUser.Status.ACTIVE)
            return denied(new DenialReason.CloudUserNotActive(user.label(), user.status()));
        if (!isSufficient(linkMethod, user))
            return denied(new DenialReason.LinkRequired(DenialReason.LinkRequired.Reason.PRIVILEGED_USER));
        if (linkMethod == LinkMethod.EMAIL && !isSameEmail(slackUser.email(), user.email()))
            return denied(new DenialReason.LinkOutdated(ChangedEmail.CLOUD_EMAIL));
        return new AccessDecision.Allowed(slackUser, user);
    }

    /** A user with the owner's rights has to present an API key; a user manager may also be assigned by one above. */
    private static boolean isSufficient(LinkMethod linkMethod, CloudUser user) {
        if (user.masterLike()) return linkMethod == LinkMethod.API_KEY;
        return !user.hasPermission(Permission.USER_MANAGE) || linkMethod != LinkMethod.EMAIL;
    }

    private static AccessDecision findByEmail(SlackUser slackUser, CloudUsers cloudUsers) {
        if (slackUser.email().isEmpty()) return denied(new DenialReason.NoEmail(slackUser.emailAbsence()));
        String email = slackUser.email().get();
        List<CloudUser> users = cloudUsers.findByEmail(email);
        List<CloudUser> active = users.stream()
                .filter(user -> user.status() == CloudUser.Status.ACTIVE)
                .toList();
        if (active.isEmpty() && users.size() == 1) return verify(slackUser, LinkMethod.EMAIL, users.get(0));
        if (active.isEmpty()) return denied(new DenialReason.NoCloudUser(email));
        if (active.size() > 1) return denied(new DenialReason.AmbiguousCloudUser(email));
        return verify(slackUser, LinkMethod.EMAIL, active.get(0));
    }

    private static boolean isSameEmail(Optional<String> one, Optional<String> other) {
        return one.isPresent() == other.isPresent() && one.orElse("").equalsIgnoreCase(other.orElse(""));
    }

    private static AccessDecision denied(DenialReason denialReason) {
        return new AccessDecision.Denied(denialReason);
    }
}
