package dev.lifeline.rescue;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;

/**
 * What does the policy ask for before a plan is carried out? Frozen into the plan when the request opens: a change of the policy
 * touches later requests only.
 *
 * @param ruleName the name of the rule that decided; empty where none matched
 * @param policyVersion of the whole policy, so that the record tells which one decided
 * @param launchWindow how long after everybody agreed it may still be launched
 */
public record PolicyRequirements(
        String ruleName,
        String policyVersion,
        ApprovalRequirement approval,
        ConfirmationRequirements confirmation,
        Duration launchWindow) {

    /** How long a launch may wait where nothing says otherwise. */
    public static final Duration DEFAULT_LAUNCH_WINDOW = Duration.ofMinutes(10);

    /** The permission decides; nobody else is asked. */
    public static final PolicyRequirements NONE = new PolicyRequirements(
            "", "built-in", ApprovalRequirement.NONE, ConfirmationRequirements.NONE, DEFAULT_LAUNCH_WINDOW);

    public PolicyRequirements {
        if (launchWindow.isNegative() || launchWindow.isZero())
            throw new IllegalArgumentException("start-by is longer than nothing: " + launchWindow);
    }

    /** How many others must agree; 0 for none. */
    public int quorum() {
        return approval.quorum();
    }

    /**
     * What is asked of whoever says Yes or Approve?
     *
     * @param reasonPattern a regular expression in RE2 syntax, matched in linear time, that the requester's reason has to match as a whole; empty where none is asked for
     * @param verifiedWithin how long ago they may have last proved who they are on the account; empty where that is not asked
     */
    public record ConfirmationRequirements(Optional<String> reasonPattern, Optional<Duration> verifiedWithin) {

        public static final ConfirmationRequirements NONE =
                new ConfirmationRequirements(Optional.empty(), Optional.empty());

        /** Is this the reason that they ask for? */
        public boolean acceptsReason(String given) {
            return reasonPattern.map(wanted -> Pattern.matches(wanted, given)).orElse(true);
        }
    }
}
