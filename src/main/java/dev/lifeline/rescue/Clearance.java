package dev.lifeline.rescue;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;

/**
 * What does the policy ask for before a plan is carried out? Frozen into the plan when the request opens: a change of the policy
 * touches later requests only.
 *
 * @param rule the name of the rule that decided; empty where none matched
 * @param version of the whole policy, so that the record tells which one decided
 * @param startWithin how long after everybody agreed it may still be launched
 */
public record Clearance(String rule, String version, Agreement agreement, Terms terms, Duration startWithin) {

    /** How long a launch may wait where nothing says otherwise. */
    public static final Duration USUAL_START = Duration.ofMinutes(10);

    /** The permission decides; nobody else is asked. */
    public static final Clearance NONE_NEEDED = new Clearance("", "built-in", Agreement.NONE, Terms.NONE, USUAL_START);

    public Clearance {
        if (startWithin.isNegative() || startWithin.isZero())
            throw new IllegalArgumentException("start-by is longer than nothing: " + startWithin);
    }

    /** How many others must agree; 0 for none. */
    public int quorum() {
        return agreement.quorum();
    }

    /**
     * What is asked of whoever says Yes or Approve?
     *
     * @param reason a regular expression in RE2 syntax, matched in linear time, that the requester's reason has to match as a whole; empty where none is asked for
     * @param provedWithin how long ago they may have last proved who they are on the account; empty where that is not asked
     */
    public record Terms(Optional<String> reason, Optional<Duration> provedWithin) {

        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty());

        /** Is this the reason that they ask for? */
        public boolean takes(String given) {
            return reason.map(wanted -> Pattern.matches(wanted, given)).orElse(true);
        }
    }
}
