package dev.lifeline.recording;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescuePhase;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSummary;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Summaries and timelines of requests, read from the audit log.
 *
 * <p>Thread-safe. Each call runs one query and blocks for it; a failing database throws an unchecked exception.
 */
public final class RescueHistory {

    private final AuditLog auditLog;
    private final InstantSource clock;

    public RescueHistory(AuditLog auditLog, InstantSource clock) {
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Returns who approved, the reason and the downtime of a request. */
    public RescueSummary summarize(RescueRequest request) {
        AuditReplay auditReplay =
                new AuditReplay(auditLog.findByRequest(request.id().value()));
        List<String> approvers =
                auditReplay.approvals().stream().map(AuditEntry::actor).toList();
        return new RescueSummary(request, approvers, auditReplay.reason(), auditReplay.downtime(clock.instant()));
    }

    /** Returns who got a direct message when break-glass was used for a request. */
    Set<SlackUserId> breakGlassNotified(RescueRequest request) {
        return new AuditReplay(auditLog.findByRequest(request.id().value())).breakGlassNotified();
    }

    /**
     * Returns how long a request was in each phase, where its last transition closed it and it had been launched; empty otherwise.
     *
     * @param lastEntries how many entries that transition wrote
     */
    Map<RescuePhase, Duration> closingTimes(RescueRequest request, int lastEntries) {
        if (!request.stage().isClosed()) return Map.of();
        AuditReplay replay = new AuditReplay(auditLog.findByRequest(request.id().value()));
        return replay.wasLaunched() && !replay.wasClosedBefore(lastEntries) ? replay.phaseTimes() : Map.of();
    }

    /** Returns everybody who was asked to approve a request. */
    Set<SlackUserId> approversAsked(RescueRequest request) {
        return new AuditReplay(auditLog.findByRequest(request.id().value())).approversAsked();
    }

    /** Returns the timeline of a request; empty where the log has no entry for the id. */
    public Optional<Timeline> timeline(RequestId request) {
        List<AuditEntry> entries = auditLog.findByRequest(request.value());
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Timeline(entries));
    }
}
