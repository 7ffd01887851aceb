package dev.lifeline.access;

import dev.lifeline.device.ProviderUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a Slack user may change a cloud user's access, on data read afresh (promise P4).
 *
 * <p>Thread-safe. A check takes one read of the Slack user, one of each of the two cloud users and one of each of their
 * ancestors; it blocks for them.
 */
public final class AccessChangeCheck {

    private final AccessCheck accessCheck;
    private final CloudUsers cloudUsers;
    private final CloudUserCache cachedUsers;

    public AccessChangeCheck(AccessCheck accessCheck, CloudUsers cloudUsers, CloudUserCache cachedUsers) {
        this.accessCheck = accessCheck;
        this.cloudUsers = cloudUsers;
        this.cachedUsers = cachedUsers;
    }

    /** Decides on the change; what cannot be read is denied with {@link DenialReason.UpstreamUnavailable}. */
    public AccessDecision check(SlackUserId slackUserId, AccessChange accessChange) {
        AccessDecision identity = accessCheck.identify(slackUserId);
        return identity.allowedUser()
                .map(manager -> denialReasons(manager, accessChange))
                .filter(denialReasons -> !denialReasons.isEmpty())
                .<AccessDecision>map(AccessDecision.Denied::new)
                .orElse(identity);
    }

    private List<DenialReason> denialReasons(CloudUser manager, AccessChange accessChange) {
        try {
            Optional<CloudUser> target = cloudUsers.findById(accessChange.userId());
            if (target.isEmpty()) return List.of(new DenialReason.TargetUserGone(accessChange.username()));
            return AccessChangeRules.denialReasons(
                    accessChange,
                    UserHierarchy.of(manager, cloudUsers::findById),
                    UserHierarchy.of(target.get(), cloudUsers::findById));
        } catch (ProviderUnavailableException e) {
            return List.of(new DenialReason.UpstreamUnavailable());
        }
    }

    /**
     * What would probably deny the change, for display only: ancestors may be up to a minute old.
     *
     * @throws ProviderUnavailableException when an ancestor that is not cached cannot be read
     */
    public List<DenialReason> expectedDenialReasons(CloudUser manager, CloudUser target, AccessChange accessChange) {
        return AccessChangeRules.denialReasons(
                accessChange,
                UserHierarchy.of(manager, cachedUsers::find),
                UserHierarchy.of(target, cachedUsers::find));
    }
}
