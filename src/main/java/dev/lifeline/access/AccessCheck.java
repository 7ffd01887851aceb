package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.ProviderUnavailableException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Decides whether a Slack user may do an operation on a device: the one function for the request, each click and the moment
 * before a provider command (promise P4). Everything is read afresh; what cannot be read is denied.
 *
 * <p>Thread-safe. Blocks for one Slack lookup (at most 10 seconds old) and one provider call an account; the first check of a user
 * without a link takes one more and saves a link by e-mail address.
 */
public final class AccessCheck {

    private final SlackUsers slackUsers;
    private final IdentityResolver identityResolver;

    public AccessCheck(SlackUsers slackUsers, CloudUsers cloudUsers, AccountLinks accountLinks, InstantSource clock) {
        this.slackUsers = slackUsers;
        this.identityResolver = new IdentityResolver(cloudUsers, accountLinks, clock);
    }

    /**
     * Resolves the Slack user to a cloud user in each account. Allowed means only that they are a known, active user of one; where no
     * account has them, the denial is that of the account in which most can be done about it.
     */
    public AccessDecision identify(SlackUserId slackUserId) {
        return inEachAccount(slackUserId, identityResolver::resolve);
    }

    /** Resolves the Slack user to a cloud user of one account. */
    public AccessDecision identify(SlackUserId slackUserId, AccountName account) {
        return decide(slackUserId, account, identityResolver::resolve);
    }

    /** Resolves a Slack user who has done nothing now: the same answer as {@link #identify}, and no link is saved. */
    public AccessDecision lookUp(SlackUserId slackUserId) {
        return inEachAccount(slackUserId, identityResolver::find);
    }

    /** Resolves a Slack user who has done nothing now to a cloud user of one account. */
    public AccessDecision lookUp(SlackUserId slackUserId, AccountName account) {
        return decide(slackUserId, account, identityResolver::find);
    }

    private AccessDecision inEachAccount(
            SlackUserId slackUserId, BiFunction<SlackUser, AccountName, AccessDecision> resolve) {
        Map<AccountName, AccessDecision> decisions = new LinkedHashMap<>();
        for (AccountName account : identityResolver.accounts())
            decisions.put(account, decide(slackUserId, account, resolve));
        return AccountDecisions.combine(decisions);
    }

    private AccessDecision decide(
            SlackUserId slackUserId, AccountName account, BiFunction<SlackUser, AccountName, AccessDecision> resolve) {
        try {
            return resolve.apply(slackUsers.get(slackUserId), account);
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return new AccessDecision.Denied(new DenialReason.UpstreamUnavailable(e.outage()));
        } catch (ProviderUnavailableException e) {
            return new AccessDecision.Denied(new DenialReason.UpstreamUnavailable(e.outage()));
        }
    }

    /**
     * Decides on an operation, by the cloud user in the account of the device.
     *
     * @return Allowed with both users, or Denied with every reason; with {@link DenialReason.UpstreamUnavailable} alone
     *     where Slack or the provider gave no usable answer
     */
    public AccessDecision check(SlackUserId slackUserId, DeviceOperation deviceOperation, DeviceId device) {
        AccessDecision identity = identify(slackUserId, device.account());
        return identity.allowedUser()
                .map(user -> AccessRules.denialReasons(deviceOperation, user, device))
                .filter(denialReasons -> !denialReasons.isEmpty())
                .<AccessDecision>map(AccessDecision.Denied::new)
                .orElse(identity);
    }
}
