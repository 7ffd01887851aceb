package dev.lifeline.access;

import dev.lifeline.device.ProviderUnavailableException;
import java.util.List;
import java.util.Optional;

/** Decides whether a cloud user may change another one's access, or shows what would stand against it (promise P4). */
public final class AccessChangeCheck {

    private final CloudUsers cloudUsers;
    private final CloudUserCache cachedUsers;

    public AccessChangeCheck(CloudUsers cloudUsers, CloudUserCache cachedUsers) {
        this.cloudUsers = cloudUsers;
        this.cachedUsers = cachedUsers;
    }

    /**
     * The decision: what stands against the change; empty where nothing does. The subject and everybody above either of the two are
     * read from the provider; where it does not answer, that is the reason.
     *
     * @param manager who wants the change, as read from the provider for this decision
     */
    public List<DenialReason> denialReasons(CloudUser manager, AccessChange accessChange) {
        try {
            Optional<CloudUser> subject = cloudUsers.findById(accessChange.userId());
            if (subject.isEmpty()) return List.of(new DenialReason.TargetUserGone(accessChange.username()));
            return AccessChangeRules.denialReasons(
                    accessChange,
                    UserHierarchy.of(manager, cloudUsers::findById),
                    UserHierarchy.of(subject.get(), cloudUsers::findById));
        } catch (ProviderUnavailableException e) {
            return List.of(new DenialReason.UpstreamUnavailable());
        }
    }

    /** What will probably stand against it, for showing; users above may be as of a short while ago. */
    public List<DenialReason> expectedDenialReasons(CloudUser manager, CloudUser subject, AccessChange accessChange) {
        return AccessChangeRules.denialReasons(
                accessChange,
                UserHierarchy.of(manager, cachedUsers::find),
                UserHierarchy.of(subject, cachedUsers::find));
    }
}
