package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.ProviderUnavailableException;
import java.time.InstantSource;

/**
 * May this Slack person do this to this device, right now? The one function for every place that asks: at the request, at each
 * click and right before the provider is called (promise P4). Everything is read afresh; who cannot be asked is not waved through.
 */
public final class AccessCheck {

    private final SlackUsers slackUsers;
    private final IdentityResolver identityResolver;

    public AccessCheck(SlackUsers slackUsers, CloudUsers cloudUsers, AccountLinks accountLinks, InstantSource clock) {
        this.slackUsers = slackUsers;
        this.identityResolver = new IdentityResolver(cloudUsers, accountLinks, clock);
    }

    /** Who are they on the account? Allowed says only that they are a known, active user. */
    public AccessDecision identify(SlackUserId who) {
        try {
            return identityResolver.resolve(slackUsers.get(who));
        } catch (SlackUsers.SlackUserUnavailableException | ProviderUnavailableException silence) {
            return new AccessDecision.Denied(new DenialReason.UpstreamUnavailable());
        }
    }

    /** May they do the deed? */
    public AccessDecision check(SlackUserId who, DeviceOperation deviceOperation, DeviceId device) {
        AccessDecision known = identify(who);
        return known.allowedUser()
                .map(user -> AccessRules.denialReasons(deviceOperation, user, device))
                .filter(denialReasons -> !denialReasons.isEmpty())
                .<AccessDecision>map(AccessDecision.Denied::new)
                .orElse(known);
    }
}
