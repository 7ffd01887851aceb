package dev.lifeline.recording;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSummary;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What became of requests of the past, by what the record tells? */
public final class RescueHistory {

    private final AuditLog auditLog;
    private final InstantSource clock;

    public RescueHistory(AuditLog auditLog, InstantSource clock) {
        this.auditLog = auditLog;
        this.clock = clock;
    }

    public RescueSummary summarize(RescueRequest request) {
        AuditReplay auditReplay =
                new AuditReplay(auditLog.findByRequest(request.id().value()));
        List<SlackUserId> approvers = auditReplay.approvals().stream()
                .map(approval -> new SlackUserId(approval.actor()))
                .toList();
        return new RescueSummary(request, approvers, auditReplay.reason(), auditReplay.downtime(clock.instant()));
    }

    /** How it went, line by line; empty where the record tells nothing of it. */
    public Optional<Timeline> timeline(RequestId request) {
        List<AuditEntry> entries = auditLog.findByRequest(request.value());
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Timeline(entries));
    }
}
