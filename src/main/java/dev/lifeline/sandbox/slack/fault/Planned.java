package dev.lifeline.sandbox.slack.fault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/** One fault lying in wait: how often or until when, for which method and channel, and with how many seconds. */
record Planned(Fault fault, Reach reach, Details details, int times) {

    /** What it touches; empty means anything. */
    record Reach(Optional<String> method, Optional<String> channel) {
        boolean covers(String calledMethod, Optional<String> calledChannel) {
            return method.map(calledMethod::equals).orElse(true)
                    && channel.map(wanted ->
                                    calledChannel.filter(wanted::equals).isPresent())
                            .orElse(true);
        }
    }

    /** How it looks, when it is over of itself, and which share of what it touches it strikes, within 0 and 1. */
    record Details(int seconds, String error, Optional<Instant> until, double share) {}

    @JsonIgnore
    boolean over(Instant now) {
        return times <= 0 || details.until().filter(now::isAfter).isPresent();
    }

    Planned once() {
        return details.until().isPresent() ? this : new Planned(fault, reach, details, times - 1);
    }
}
