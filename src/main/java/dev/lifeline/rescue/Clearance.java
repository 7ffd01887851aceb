package dev.lifeline.rescue;

import java.time.Duration;

/**
 * What does the policy ask for between the requester's Yes and the launch?
 *
 * @param quorum how many others must agree; 0 for none
 * @param approveWithin how long they have
 * @param startWithin how long after that it may still be launched
 */
public record Clearance(int quorum, Duration approveWithin, Duration startWithin) {

    /** The permission decides; nobody else is asked. */
    public static final Clearance NONE_NEEDED = new Clearance(0, Duration.ofMinutes(15), Duration.ofMinutes(10));

    public Clearance {
        if (quorum < 0) throw new IllegalArgumentException("a quorum is 0 or more: " + quorum);
    }
}
