package dev.lifeline.sandbox.slack.fault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/** One fault lying in wait: how often or until when, for which method and channel, and with how many seconds. */
record PlannedFault(Fault fault, Target target, Details details, int remaining) {

    /** What it touches; empty means anything. */
    record Target(Optional<String> method, Optional<String> channel) {
        boolean matches(String calledMethod, Optional<String> calledChannel) {
            return method.map(calledMethod::equals).orElse(true)
                    && channel.map(wanted ->
                                    calledChannel.filter(wanted::equals).isPresent())
                            .orElse(true);
        }
    }

    /** How it looks, when it is over of itself, and which share of what it touches it strikes, within 0 and 1. */
    record Details(int delaySeconds, String error, Optional<Instant> expiresAt, double probability) {}

    @JsonIgnore
    boolean isExpired(Instant now) {
        return remaining <= 0 || details.expiresAt().filter(now::isAfter).isPresent();
    }

    PlannedFault afterUse() {
        return details.expiresAt().isPresent() ? this : new PlannedFault(fault, target, details, remaining - 1);
    }
}
