package dev.lifeline.rescue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Summary of a request from its audit entries.
 *
 * @param request as it is now
 * @param approvedBy who approved the plan that was launched, as the audit log names them: Slack user ids, unless it was written by
 *     something else; empty where break-glass was used or no approval was required
 * @param reason the requester's; empty where none was given
 * @param downtime how long the device was out of its installed system, or is so far; empty where it never was
 */
public record RescueSummary(
        RescueRequest request, List<String> approvedBy, String reason, Optional<Duration> downtime) {

    public RescueSummary {
        approvedBy = List.copyOf(approvedBy);
    }

    /** Why it is closed; empty while it is open. */
    public Optional<CloseReason> closeReason() {
        return request.stage() instanceof Stage.Closed closed ? Optional.of(closed.closeReason()) : Optional.empty();
    }
}
