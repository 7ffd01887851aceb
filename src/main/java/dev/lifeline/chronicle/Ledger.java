package dev.lifeline.chronicle;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Closed;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Which line does the record get? Who, what, which device, why, from where, and what came of it (promise P8). */
final class Ledger {

    private final AuditLog audit;
    private final InstantSource clock;

    Ledger(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Something happened to a request. */
    void happened(RescueRequest request, Happening happening, Author author) {
        enter(request, Facts.name(happening), author, Facts.of((Record) happening));
    }

    /** Something was done about a request, or tried in vain. */
    void enter(RescueRequest request, String what, Author author, Map<String, String> facts) {
        Map<String, String> details = about(request);
        details.putAll(facts);
        enter(new Subject(request.device().id().toString(), request.id().value()), what, author, details);
    }

    /** Something was done or tried that no request is about. */
    void enter(String device, String what, Author author, Map<String, String> facts) {
        enter(new Subject(device, ""), what, author, facts);
    }

    private void enter(Subject subject, String what, Author author, Map<String, String> facts) {
        Map<String, String> details = new TreeMap<>(facts);
        details.put("place", author.place());
        audit.record(new AuditEntry(
                clock.instant(), author.who(), author.user(), what, subject.device(), subject.request(), details));
    }

    /** What every line of a request tells, so that each can be read alone: the device's name, the plan and which rule asked for what. */
    private static Map<String, String> about(RescueRequest request) {
        Clearance clearance = request.plan().clearance();
        Map<String, String> about = new TreeMap<>(Map.of(
                "name", request.device().name().full(),
                "plan", request.plan().digest(),
                "rule", clearance.rule(),
                "policy", clearance.version(),
                "stage", Facts.name(request.stage())));
        if (request.stage() instanceof Closed closed)
            about.putAll(Map.of("ending", Facts.of(closed).getOrDefault("ending", ""), "because", closed.because()));
        return about;
    }

    private record Subject(String device, String request) {}
}
