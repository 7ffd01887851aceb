package dev.lifeline.recording;

import dev.lifeline.audit.AuditLog;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.message.status.ThreadUpdates;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/**
 * How is a move written down? The stage is saved, the record gets its lines, the thread its replies and the card its new face; to be
 * called inside one transaction, so that whoever loses the race for the stage says nothing.
 */
public final class TransitionRecorder {

    private final RescueRequests requests;
    private final Notifier notifier;
    private final AuditRecorder auditRecorder;
    private final RescueHistory history;
    private final StatusMessages statusMessages;
    private final ThreadUpdates threadUpdates;
    private final DirectNotifications directNotifications;

    /**
     * Creates the recorder.
     *
     * @param locale the workspace's language, as every member of the channel reads these messages
     */
    public TransitionRecorder(
            RescueRequests requests,
            Notifier notifier,
            AuditLog audit,
            Locale locale,
            InstantSource clock) {
        this.requests = requests;
        this.notifier = notifier;
        this.auditRecorder = new AuditRecorder(audit, clock);
        this.history = new RescueHistory(audit, clock);
        this.statusMessages = StatusMessages.in(locale);
        this.threadUpdates = ThreadUpdates.in(locale);
        this.directNotifications = new DirectNotifications(notifier, statusMessages);
    }

    /**
     * Opens a request and shows its card, unless the device has an open one.
     *
     * @return the request that is open for the device now
     */
    public RescueRequest open(RescueRequest request, Actor actor) {
        RescueRequest open = requests.open(request);
        if (!open.id().equals(request.id())) {
            recordJoined(open, actor);
            return open;
        }
        auditRecorder.record(request, "requested", actor, requestDetails(request));
        updateStatusMessage(request);
        return open;
    }

    /**
     * Writes a move down.
     *
     * @throws dev.lifeline.rescue.StaleRequestException when somebody else moved the request first
     */
    public void record(TransitionResult.Applied applied, Actor actor) {
        RescueRequest next = applied.next();
        requests.save(next);
        if (applied.events().isEmpty()) auditRecorder.record(next, AuditFields.typeName(next.stage()), actor, Map.of());
        updateStatusMessage(next);
        for (RescueEvent rescueEvent : applied.events()) {
            auditRecorder.recordEvent(next, rescueEvent, actor);
            notifier.replyInThread(
                    next.id(), next.plan().channel(), threadUpdates.render(next, rescueEvent));
            directNotifications.onEvent(next, rescueEvent);
        }
    }

    /** What it wrote down so far. */
    public RescueHistory history() {
        return history;
    }

    /** Puts on the record that somebody asked for a device that has an open request. */
    public void recordJoined(RescueRequest open, Actor actor) {
        auditRecorder.record(open, "joined", actor, Map.of());
    }

    /** Puts a refusal on the record: nothing moved, but somebody tried. */
    public void recordRejected(String what, String device, Actor actor, String because) {
        recordRejected(what, device, actor, Map.of("because", because));
    }

    /** The same, with more to tell of it. */
    public void recordRejected(String what, String device, Actor actor, Map<String, String> facts) {
        auditRecorder.record(device, "refused-" + what, actor, facts);
    }

    /** Puts a refusal about a request on the record. */
    public void recordRejected(String what, RescueRequest request, Actor actor, Map<String, String> facts) {
        auditRecorder.record(request, "refused-" + what, actor, facts);
    }

    /** What a request begins with: what was seen of the device, and what the policy asks for. */
    private static Map<String, String> requestDetails(RescueRequest request) {
        PolicyRequirements policyRequirements = request.plan().requirements();
        return Map.of(
                "power",
                        request.plan().inspection().status().powerState().name().toLowerCase(Locale.ROOT),
                "approvals", Integer.toString(policyRequirements.quorum()),
                "reason-asked",
                        policyRequirements.confirmation().reasonPattern().orElse(""));
    }

    /** Puts something on the record that is about no request and no device. */
    public void recordAction(String what, Actor actor, Map<String, String> details) {
        recordAction(what, "", actor, details);
    }

    /**
     * Puts a deed on the record that moves no request.
     *
     * @param device the device's id; empty where it is about none
     */
    public void recordAction(String what, String device, Actor actor, Map<String, String> details) {
        auditRecorder.record(device, what, actor, details);
    }

    /** Puts on the record what somebody did about a request without moving it. */
    public void recordAction(String what, RescueRequest request, Actor actor, String detail) {
        auditRecorder.record(request, what, actor, detail.isEmpty() ? Map.of() : Map.of("because", detail));
    }

    private void updateStatusMessage(RescueRequest request) {
        notifier.updateStatusMessage(
                request.id(),
                request.plan().channel(),
                statusMessages.statusMessage(request));
    }
}
