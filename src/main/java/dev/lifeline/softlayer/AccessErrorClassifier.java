package dev.lifeline.softlayer;

import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.AccessChangeResult.RejectionReason;
import dev.lifeline.rescue.CommandResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Classifies error responses to an access change by their message, since all rejections come as the same public
 * error (src/docs/platform/softlayer.md, section Users and permissions). The order of the rules matters.
 */
final class AccessErrorClassifier {

    private record Rule(String substring, RejectionReason reason) {}

    private static final List<Rule> MESSAGE_RULES = List.of(
            new Rule("permissions that the parent does not possess", RejectionReason.PARENT_LACKS_DEVICE),
            // no source gives the exact message of this one
            new Rule("child", RejectionReason.CHILD_HOLDS_PERMISSION),
            new Rule("master user device access", RejectionReason.MASTER_USER),
            new Rule("yourself device access", RejectionReason.BOT_ACCOUNT),
            new Rule("permissions to your account", RejectionReason.BOT_ACCOUNT),
            new Rule("permissions from your account", RejectionReason.BOT_ACCOUNT),
            new Rule("device access to other users", RejectionReason.BOT_NOT_ANCESTOR),
            new Rule("permissions to this account", RejectionReason.BOT_NOT_ANCESTOR),
            new Rule("permissions from this account", RejectionReason.BOT_NOT_ANCESTOR),
            new Rule("unable to locate a permission", RejectionReason.UNKNOWN_PERMISSION),
            new Rule("specify a permission key name", RejectionReason.UNKNOWN_PERMISSION),
            new Rule("unable to add user permission", RejectionReason.PERMISSION_NOT_ADDED));

    private AccessErrorClassifier() {}

    static AccessChangeResult toResult(CommandResult result) {
        if (result instanceof CommandResult.Accepted) return new AccessChangeResult.Accepted();
        if (result instanceof CommandResult.NotSent notSent) return new AccessChangeResult.NotSent(notSent.detail());
        if (result instanceof CommandResult.Busy busy) return new AccessChangeResult.NotSent(busy.detail());
        if (result instanceof CommandResult.NotPermitted notPermitted)
            return rejected(notPermitted.detail(), RejectionReason.BOT_NOT_PERMITTED);
        if (result instanceof CommandResult.Unconfirmed unconfirmed) return rejectedOrUnconfirmed(unconfirmed.detail());
        throw new IllegalStateException("an access change cannot be blocked by a preflight failure: " + result);
    }

    private static AccessChangeResult rejectedOrUnconfirmed(String detail) {
        return findReason(detail)
                .<AccessChangeResult>map(rejectionReason -> new AccessChangeResult.Rejected(rejectionReason, detail))
                .orElseGet(() -> new AccessChangeResult.Unconfirmed(detail));
    }

    private static AccessChangeResult rejected(String detail, RejectionReason defaultReason) {
        return new AccessChangeResult.Rejected(findReason(detail).orElse(defaultReason), detail);
    }

    private static Optional<RejectionReason> findReason(String detail) {
        String lower = detail.toLowerCase(Locale.ROOT);
        return MESSAGE_RULES.stream()
                .filter(rule -> lower.contains(rule.substring()))
                .map(Rule::reason)
                .findFirst();
    }
}
