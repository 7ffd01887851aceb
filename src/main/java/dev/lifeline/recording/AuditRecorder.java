package dev.lifeline.recording;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Closed;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds audit entries and appends them to the log: actor, event, device, request, channel, and what the event says
 * (promise P8).
 *
 * <p>The caller holds the transaction. Thread-safe: it has no state of its own.
 */
final class AuditRecorder {

    private final AuditLog auditLog;
    private final InstantSource clock;

    AuditRecorder(AuditLog auditLog, InstantSource clock) {
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Appends an event of a request, with the event's components as details. */
    void recordEvent(RescueRequest request, RescueEvent rescueEvent, Actor actor) {
        Record event = (Record) rescueEvent;
        record(request, AuditFields.typeName(event), actor, AuditFields.of(event));
    }

    /** Appends an action about a request, whether it moved the request or was rejected. */
    void record(RescueRequest request, String action, Actor actor, Map<String, String> fields) {
        Map<String, String> details = requestDetails(request);
        details.putAll(fields);
        record(new Subject(request.device().id().toString(), request.id().value()), action, actor, details);
    }

    /**
     * Appends an action that is about no request.
     *
     * @param device device id, empty where the action is about none
     */
    void record(String device, String action, Actor actor, Map<String, String> fields) {
        record(new Subject(device, ""), action, actor, fields);
    }

    private void record(Subject subject, String action, Actor actor, Map<String, String> fields) {
        Map<String, String> details = new TreeMap<>(fields);
        details.put(AuditKeys.CHANNEL, actor.channel());
        auditLog.append(new AuditEntry(
                clock.instant(),
                actor.id(),
                actor.cloudUsername(),
                action,
                subject.deviceId(),
                subject.requestId(),
                details));
    }

    /** The details that each entry of a request repeats, so that an entry can be read alone. */
    private static Map<String, String> requestDetails(RescueRequest request) {
        PolicyRequirements policyRequirements = request.plan().requirements();
        Map<String, String> details = new TreeMap<>(Map.of(
                AuditKeys.DEVICE_NAME, request.device().name().fqdn(),
                AuditKeys.PLAN, request.plan().digest(),
                AuditKeys.RULE, policyRequirements.ruleName(),
                AuditKeys.POLICY, policyRequirements.policyVersion(),
                AuditKeys.STAGE, AuditFields.typeName((Record) request.stage())));
        if (request.isDrill()) details.put(AuditKeys.DRILL, "true");
        if (request.stage() instanceof Closed closed) {
            details.put(AuditKeys.CLOSE_REASON, AuditFields.format(closed.closeReason()));
            details.put(AuditKeys.CLOSE_DETAIL, closed.detail());
        }
        return details;
    }

    private record Subject(String deviceId, String requestId) {}
}
