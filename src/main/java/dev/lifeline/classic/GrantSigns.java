package dev.lifeline.classic;

import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.GrantOutcome.Because;
import dev.lifeline.rescue.LaunchOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why did the provider not change somebody's access? By its words: all of these come as one and the same public error (softlayer.md 2.6).
 * The order matters.
 */
final class GrantSigns {

    private record Sign(String part, Because because) {}

    private static final List<Sign> WORDS = List.of(
            new Sign("permissions that the parent does not possess", Because.PARENT_LACKS),
            // the exact words of this one are in no source, only that it is an error
            new Sign("child", Because.CHILD_HOLDS),
            new Sign("master user device access", Because.OWNER),
            new Sign("yourself device access", Because.BOTS_OWN_ACCOUNT),
            new Sign("permissions to your account", Because.BOTS_OWN_ACCOUNT),
            new Sign("permissions from your account", Because.BOTS_OWN_ACCOUNT),
            new Sign("device access to other users", Because.NOT_BELOW_THE_BOT),
            new Sign("permissions to this account", Because.NOT_BELOW_THE_BOT),
            new Sign("permissions from this account", Because.NOT_BELOW_THE_BOT),
            new Sign("unable to locate a permission", Because.UNKNOWN_PERMISSION),
            new Sign("specify a permission key name", Because.UNKNOWN_PERMISSION),
            new Sign("unable to add user permission", Because.NOT_ADDED));

    private GrantSigns() {}

    static GrantOutcome read(LaunchOutcome outcome) {
        if (outcome instanceof LaunchOutcome.Accepted) return new GrantOutcome.Accepted();
        if (outcome instanceof LaunchOutcome.NotSent unsent) return new GrantOutcome.NotSent(unsent.detail());
        if (outcome instanceof LaunchOutcome.Busy busy) return new GrantOutcome.NotSent(busy.detail());
        if (outcome instanceof LaunchOutcome.NotPermitted no) return turnedAway(no.detail(), Because.BOT_MAY_NOT);
        if (outcome instanceof LaunchOutcome.Unconfirmed open) return told(open.detail());
        throw new IllegalStateException("no device hinders a change of access: " + outcome);
    }

    private static GrantOutcome told(String detail) {
        return because(detail)
                .<GrantOutcome>map(because -> new GrantOutcome.TurnedAway(because, detail))
                .orElseGet(() -> new GrantOutcome.Unconfirmed(detail));
    }

    private static GrantOutcome turnedAway(String detail, Because otherwise) {
        return new GrantOutcome.TurnedAway(because(detail).orElse(otherwise), detail);
    }

    private static Optional<Because> because(String detail) {
        String lower = detail.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(sign -> lower.contains(sign.part()))
                .map(Sign::because)
                .findFirst();
    }
}
