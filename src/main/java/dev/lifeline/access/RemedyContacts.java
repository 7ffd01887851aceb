package dev.lifeline.access;

import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.device.UnreadableRecordException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the people who can remove a denial reason: active ancestors of the cloud user who manage users and hold what is
 * missing, as far as they are linked. For display only: the hierarchy may be up to a minute old.
 *
 * <p>Thread-safe. May make one provider call for each ancestor that is not cached; where one cannot be read, the result is
 * empty.
 */
public final class RemedyContacts {

    /** A message names no more people than this. */
    private static final int MAX_CONTACTS = 5;

    private static final int MAX_LOOKED_AT = 50;

    private final CloudUserCache cachedUsers;
    private final AccountLinks accountLinks;

    public RemedyContacts(CloudUserCache cachedUsers, AccountLinks accountLinks) {
        this.cachedUsers = cachedUsers;
        this.accountLinks = accountLinks;
    }

    /**
     * Returns each reason with its contacts. A user who may not know of a device gets that one reason, without names
     * (promise P4).
     */
    public List<ExplainedDenial> explain(CloudUser user, List<DenialReason> denialReasons) {
        Optional<DenialReason> hidden = denialReasons.stream()
                .filter(DenialReason.DeviceNotFound.class::isInstance)
                .findFirst();
        return hidden.map(List::of).orElse(denialReasons).stream()
                .map(denialReason -> new ExplainedDenial(denialReason, contactsFor(user, denialReason)))
                .toList();
    }

    /** The linked user managers above this user, the owner among them, the nearest first. */
    public List<SlackUserId> managersOf(CloudUser user) {
        return linkedManagers(user, manager -> true);
    }

    /**
     * The linked user managers of the account, its owner first: for a user who is gone, of whom nobody knows any more who was above. Looks at the
     * first 50 users with a link.
     */
    public List<SlackUserId> managersOfAccount() {
        try {
            return accountLinks.listActive().stream()
                    .map(AccountLink::cloudUserId)
                    .distinct()
                    .limit(MAX_LOOKED_AT)
                    .flatMap(id -> cachedUsers.find(id).stream())
                    .filter(manager ->
                            AccessChangeRules.managerDenialReasons(manager).isEmpty())
                    .sorted(Comparator.comparing(CloudUser::masterLike).reversed())
                    .flatMap(manager -> linksOf(manager).stream())
                    .map(AccountLink::slackUserId)
                    .limit(MAX_CONTACTS)
                    .toList();
        } catch (ProviderUnavailableException | UnreadableRecordException e) {
            return List.of();
        }
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

    /** Contacts are optional in a message: a failing provider means no contacts instead of an error. */
    private List<SlackUserId> linkedManagers(CloudUser user, Predicate<CloudUser> canRemove) {
        try {
            return UserHierarchy.of(user, cachedUsers::find).ancestors().stream()
                    .filter(manager ->
                            AccessChangeRules.managerDenialReasons(manager).isEmpty())
                    .filter(canRemove)
                    .flatMap(manager -> linksOf(manager).stream())
                    .map(AccountLink::slackUserId)
                    .distinct()
                    .limit(MAX_CONTACTS)
                    .toList();
        } catch (ProviderUnavailableException e) {
            return List.of();
        }
    }

    /** A manager whose links cannot be read is no contact, and takes away no other. */
    private List<AccountLink> linksOf(CloudUser manager) {
        try {
            return accountLinks.findByCloudUser(manager.id());
        } catch (UnreadableRecordException e) {
            return List.of();
        }
    }
}
