package dev.lifeline.access;

import dev.lifeline.device.ProviderUnavailableException;
import java.util.List;
import java.util.Optional;

/** Decides whether a cloud user may change another one's access, or lists the reasons for a denial (promise P4). */
public final class AccessChangeCheck {

    private final CloudUsers cloudUsers;
    private final CloudUserCache cachedUsers;

    public AccessChangeCheck(CloudUsers cloudUsers, CloudUserCache cachedUsers) {
        this.cloudUsers = cloudUsers;
        this.cachedUsers = cachedUsers;
    }

    /**
     * Returns the reasons to deny the change; empty where it is allowed. The target and all users above either of the two are read from
     * the provider; where it does not answer, that is the reason.
     *
     * @param manager who wants the change, as read from the provider for this decision
     */
    public List<DenialReason> denialReasons(CloudUser manager, AccessChange accessChange) {
        try {
            Optional<CloudUser> target = cloudUsers.findById(accessChange.userId());
            if (target.isEmpty()) return List.of(new DenialReason.TargetUserGone(accessChange.username()));
            return AccessChangeRules.denialReasons(
                    accessChange,
                    UserHierarchy.of(manager, cloudUsers::findById),
                    UserHierarchy.of(target.get(), cloudUsers::findById));
        } catch (ProviderUnavailableException e) {
            return List.of(new DenialReason.UpstreamUnavailable(e.outage()));
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
