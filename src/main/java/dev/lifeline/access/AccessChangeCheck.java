package dev.lifeline.access;

import dev.lifeline.device.ProviderUnavailableException;
import java.util.List;
import java.util.Optional;

/** May this Slack person change that cloud user's access, right now? Everybody concerned is read afresh for the answer (promise P4). */
public final class AccessChangeCheck {

    private final AccessCheck accessCheck;
    private final CloudUsers cloudUsers;
    private final CloudUserCache cachedUsers;

    public AccessChangeCheck(AccessCheck accessCheck, CloudUsers cloudUsers, CloudUserCache cachedUsers) {
        this.accessCheck = accessCheck;
        this.cloudUsers = cloudUsers;
        this.cachedUsers = cachedUsers;
    }

    /** The decision. */
    public AccessDecision check(SlackUserId who, AccessChange accessChange) {
        AccessDecision identity = accessCheck.identify(who);
        return identity.allowedUser()
                .map(manager -> denialReasons(manager, accessChange))
                .filter(denialReasons -> !denialReasons.isEmpty())
                .<AccessDecision>map(AccessDecision.Denied::new)
                .orElse(identity);
    }

    private List<DenialReason> denialReasons(CloudUser manager, AccessChange accessChange) {
        try {
            Optional<CloudUser> subject = cloudUsers.findById(accessChange.userId());
            if (subject.isEmpty()) return List.of(new DenialReason.TargetUserGone(accessChange.username()));
            return AccessChangeRules.denialReasons(
                    accessChange,
                    UserHierarchy.of(manager, cloudUsers::findById),
                    UserHierarchy.of(subject.get(), cloudUsers::findById));
        } catch (ProviderUnavailableException silence) {
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
