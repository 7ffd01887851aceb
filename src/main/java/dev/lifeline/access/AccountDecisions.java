package dev.lifeline.access;

import dev.lifeline.access.AccessDecision.Allowed;
import dev.lifeline.access.AccessDecision.Denied;
import dev.lifeline.device.AccountName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one decision of those of several accounts. Pure. */
final class AccountDecisions {

    private AccountDecisions() {}

    /**
     * Allowed as the cloud users of all accounts that allow it, else denied for the one account in which most can be done about it.
     *
     * @param decisions by account, in order; not empty
     */
    static AccessDecision combine(Map<AccountName, AccessDecision> decisions) {
        List<CloudUser> cloudUsers = new ArrayList<>();
        Map<AccountName, DenialReason> elsewhere = new LinkedHashMap<>();
        decisions.forEach((account, decision) -> {
            cloudUsers.addAll(decision.allowedUsers());
            decision.firstDenialReason().ifPresent(reason -> elsewhere.put(account, reason));
        });
        return decisions.values().stream()
                .filter(Allowed.class::isInstance)
                .map(Allowed.class::cast)
                .findFirst()
                .<AccessDecision>map(allowed -> new Allowed(allowed.slackUser(), cloudUsers, elsewhere))
                .orElseGet(() -> new Denied(mostHelpful(elsewhere.values())));
    }

    /** What is not known comes before what is: nobody is told that they are unknown while an account cannot be asked. */
    private static DenialReason mostHelpful(Collection<DenialReason> reasons) {
        return reasons.stream()
                .min(Comparator.comparingInt(AccountDecisions::rank))
                .orElseThrow();
    }

    private static int rank(DenialReason reason) {
        if (reason instanceof DenialReason.UpstreamUnavailable) return 0;
        boolean unknown = reason instanceof DenialReason.NoCloudUser || reason instanceof DenialReason.CloudUserGone;
        return unknown ? 2 : 1;
    }
}
