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

/** Which line does the record get? Who, what, which device, why, from where, and what came of it (promise P8). */
final class AuditRecorder {

    private final AuditLog auditLog;
    private final InstantSource clock;

    AuditRecorder(AuditLog auditLog, InstantSource clock) {
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Something happened to a request. */
    void recordEvent(RescueRequest request, RescueEvent rescueEvent, Actor actor) {
        record(request, AuditFields.typeName(rescueEvent), actor, AuditFields.of((Record) rescueEvent));
    }

    /** Something was done about a request, or tried in vain. */
    void record(RescueRequest request, String what, Actor actor, Map<String, String> facts) {
        Map<String, String> details = requestDetails(request);
        details.putAll(facts);
        record(new Subject(request.device().id().toString(), request.id().value()), what, actor, details);
    }

    /** Something was done or tried that no request is about. */
    void record(String device, String what, Actor actor, Map<String, String> facts) {
        record(new Subject(device, ""), what, actor, facts);
    }

    private void record(Subject subject, String what, Actor actor, Map<String, String> facts) {
        Map<String, String> details = new TreeMap<>(facts);
        details.put("place", actor.channel());
        auditLog.append(new AuditEntry(
                clock.instant(),
                actor.id(),
                actor.cloudUsername(),
                what,
                subject.deviceId(),
                subject.requestId(),
                details));
    }

    /** What every line of a request tells, so that each can be read alone: the device's name, the plan and which rule asked for what. */
    private static Map<String, String> requestDetails(RescueRequest request) {
        PolicyRequirements policyRequirements = request.plan().requirements();
        Map<String, String> about = new TreeMap<>(Map.of(
                "name", request.device().name().fqdn(),
                "plan", request.plan().digest(),
                "rule", policyRequirements.ruleName(),
                "policy", policyRequirements.policyVersion(),
                "stage", AuditFields.typeName(request.stage())));
        if (request.stage() instanceof Closed closed)
            about.putAll(Map.of(
                    "close-reason",
                    AuditFields.of(closed).getOrDefault("close-reason", ""),
                    "because",
                    closed.detail()));
        return about;
    }

    private record Subject(String deviceId, String requestId) {}
}
