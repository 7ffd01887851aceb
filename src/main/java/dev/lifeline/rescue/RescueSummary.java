package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is there to know afterwards of one request?
 *
 * @param request as it is now
 * @param approvedBy who agreed to what was launched in the end; nobody where the glass was broken or none had to
 * @param reason in the requester's own words; empty where none was given
 * @param downtime how long the device was out of its installed system, or is so far; empty where it never was
 */
public record RescueSummary(
        RescueRequest request, List<SlackUserId> approvedBy, String reason, Optional<Duration> downtime) {

    public RescueSummary {
        approvedBy = List.copyOf(approvedBy);
    }

    /** Why it is closed; empty while it is open. */
    public Optional<CloseReason> closeReason() {
        return request.stage() instanceof Stage.Closed closed ? Optional.of(closed.closeReason()) : Optional.empty();
    }
}
