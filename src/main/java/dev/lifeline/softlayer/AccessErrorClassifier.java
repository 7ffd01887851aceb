package dev.lifeline.softlayer;

import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.AccessChangeResult.RejectionReason;
import dev.lifeline.rescue.CommandResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why did the provider not change somebody's access? By its words: all of these come as one and the same public error (softlayer.md 2.6).
 * The order matters.
 */
final class AccessErrorClassifier {

    private record Rule(String substring, RejectionReason reason) {}

    private static final List<Rule> MESSAGE_RULES = List.of(
            new Rule("permissions that the parent does not possess", RejectionReason.PARENT_LACKS_DEVICE),
            // the exact words of this one are in no source, only that it is an error
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

    static AccessChangeResult toResult(CommandResult outcome) {
        if (outcome instanceof CommandResult.Accepted) return new AccessChangeResult.Accepted();
        if (outcome instanceof CommandResult.NotSent unsent) return new AccessChangeResult.NotSent(unsent.detail());
        if (outcome instanceof CommandResult.Busy busy) return new AccessChangeResult.NotSent(busy.detail());
        if (outcome instanceof CommandResult.NotPermitted no)
            return rejected(no.detail(), RejectionReason.BOT_NOT_PERMITTED);
        if (outcome instanceof CommandResult.Unconfirmed open) return rejectedOrUnconfirmed(open.detail());
        throw new IllegalStateException("no device hinders a change of access: " + outcome);
    }

    private static AccessChangeResult rejectedOrUnconfirmed(String detail) {
        return findReason(detail)
                .<AccessChangeResult>map(rejectionReason -> new AccessChangeResult.Rejected(rejectionReason, detail))
                .orElseGet(() -> new AccessChangeResult.Unconfirmed(detail));
    }

    private static AccessChangeResult rejected(String detail, RejectionReason otherwise) {
        return new AccessChangeResult.Rejected(findReason(detail).orElse(otherwise), detail);
    }

    private static Optional<RejectionReason> findReason(String detail) {
        String lower = detail.toLowerCase(Locale.ROOT);
        return MESSAGE_RULES.stream()
                .filter(rule -> lower.contains(rule.substring()))
                .map(Rule::reason)
                .findFirst();
    }
}
