package dev.lifeline.access;

import dev.lifeline.device.ProviderUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who can mend what stands against a cloud user? The active users above them who manage users and hold what is missing, up to the
 * owner, where it is known who they are in Slack. For showing only.
 */
public final class RemedyContacts {

    /** More names than that help nobody. */
    private static final int MAX_CONTACTS = 5;

    private final CloudUserCache cachedUsers;
    private final AccountLinks accountLinks;

    public RemedyContacts(CloudUserCache cachedUsers, AccountLinks accountLinks) {
        this.cachedUsers = cachedUsers;
        this.accountLinks = accountLinks;
    }

    /** Each objection with who can mend it. Who may not know of a device reads that one sentence, and no name (promise P4). */
    public List<ExplainedDenial> explain(CloudUser user, List<DenialReason> denialReasons) {
        Optional<DenialReason> hidden = denialReasons.stream()
                .filter(DenialReason.DeviceNotFound.class::isInstance)
                .findFirst();
        return hidden.map(List::of).orElse(denialReasons).stream()
                .map(denialReason -> new ExplainedDenial(denialReason, contactsFor(user, denialReason)))
                .toList();
    }

    /** Who looks after this user: those above them who manage users, the owner among them, as far as they are linked. */
    public List<SlackUserId> managersOf(CloudUser user) {
        return linkedManagers(user, manager -> true);
    }

    private List<SlackUserId> contactsFor(CloudUser user, DenialReason denialReason) {
        return switch (denialReason.remedy()) {
            case GRANT_PERMISSION ->
                linkedManagers(
                        user,
                        manager -> manager.hasPermission(((DenialReason.MissingPermission) denialReason).permission()));
            case MANAGE_USER -> managersOf(user);
            case NO_CONTACT -> List.of();
        };
    }

    /** Whom one could ask is no reason to fail: where it cannot be read just now, nobody is named. */
    private List<SlackUserId> linkedManagers(CloudUser user, Predicate<CloudUser> able) {
        try {
            return UserHierarchy.of(user, cachedUsers::find).ancestors().stream()
                    .filter(manager ->
                            AccessChangeRules.managerDenialReasons(manager).isEmpty())
                    .filter(able)
                    .flatMap(manager -> accountLinks.findByCloudUser(manager.id()).stream())
                    .map(AccountLink::slackUserId)
                    .distinct()
                    .limit(MAX_CONTACTS)
                    .toList();
        } catch (ProviderUnavailableException away) {
            return List.of();
        }
    }
}
