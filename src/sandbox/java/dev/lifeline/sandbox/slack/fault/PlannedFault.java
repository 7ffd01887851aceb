package dev.lifeline.sandbox.slack.fault;

import java.time.Instant;
import java.util.Optional;

/**
 * One planned fault: how often or until when it applies, to which method and channel.
 *
 * @param remaining how many more times it applies, unless it has an expiry
 */
record PlannedFault(Fault fault, Target target, Details details, int remaining) {

    /** What it applies to; empty means any. */
    record Target(Optional<String> method, Optional<String> channel) {
        boolean matches(String calledMethod, Optional<String> calledChannel) {
            return method.map(calledMethod::equals).orElse(true)
                    && channel.map(wanted ->
                                    calledChannel.filter(wanted::equals).isPresent())
                            .orElse(true);
        }
    }

    /**
     * Its parameters.
     *
     * @param delaySeconds the delay or Retry-After in seconds
     * @param error Slack's error, for {@link Fault#API_ERROR}
     * @param expiresAt when it ends by itself
     * @param probability the share of matching calls it applies to, within 0 and 1
     */
    record Details(int delaySeconds, String error, Optional<Instant> expiresAt, double probability) {}

    boolean isExpired(Instant now) {
        return remaining <= 0 || details.expiresAt().filter(now::isAfter).isPresent();
    }

    PlannedFault afterUse() {
        return details.expiresAt().isPresent() ? this : new PlannedFault(fault, target, details, remaining - 1);
    }
}
