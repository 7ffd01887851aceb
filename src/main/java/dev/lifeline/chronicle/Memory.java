package dev.lifeline.chronicle;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.rescue.PastRescue;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What became of requests of the past, by what the record tells? */
public final class Memory {

    private final AuditLog audit;
    private final InstantSource clock;

    public Memory(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public PastRescue of(RescueRequest request) {
        Recollection recollection = new Recollection(audit.of(request.id().value()));
        List<SlackUserId> approvers = recollection.approvals().stream()
                .map(approval -> new SlackUserId(approval.who()))
                .toList();
        return new PastRescue(request, approvers, recollection.reason(), recollection.away(clock.instant()));
    }

    /** How it went, line by line; empty where the record tells nothing of it. */
    public Optional<Timeline> timeline(RequestId request) {
        List<AuditEntry> entries = audit.of(request.value());
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Timeline(entries));
    }
}
