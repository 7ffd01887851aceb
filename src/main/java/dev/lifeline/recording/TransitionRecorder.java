package dev.lifeline.recording;

import dev.lifeline.audit.AuditLog;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.port.MessageTarget;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.status.DrillMark;
import dev.lifeline.message.status.PhaseTimesMessage;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.message.status.ThreadUpdates;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescuePhase;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a transition down: saves the request, appends its audit entries, queues its thread replies and updates its status
 * message.
 *
 * <p>Each method belongs inside one database transaction of the caller, so that a caller that loses the compare-and-set
 * writes and says nothing. Nothing here calls Slack or the provider. Thread-safe.
 */
public final class TransitionRecorder {

    private static final int MAX_OPEN_WHEN_QUIET = 10;

    private static final String REQUESTED = "requested";
    private static final String JOINED = "joined";
    private static final String REJECTED_PREFIX = "rejected-";

    private final RescueRequests requests;
    private final Notifier notifier;
    private final AuditRecorder auditRecorder;
    private final RescueHistory history;
    private final StatusMessages statusMessages;
    private final ThreadUpdates threadUpdates;
    private final PhaseTimesMessage phaseTimes;
    private final DrillMark drillMark;
    private final DirectNotifications directNotifications;
    private final ApproverMessages approverMessages;
    private final InstantSource clock;
    private final Locale locale;

    /**
     * Creates the recorder.
     *
     * @param locale the workspace's language, as every member of the channel reads these messages
     */
    public TransitionRecorder(
            RescueRequests requests, Notifier notifier, AuditLog audit, Locale locale, InstantSource clock) {
        this.requests = requests;
        this.locale = locale;
        this.clock = clock;
        this.notifier = notifier;
        this.auditRecorder = new AuditRecorder(audit, clock);
        this.history = new RescueHistory(audit, clock);
        this.statusMessages = StatusMessages.in(locale);
        this.threadUpdates = ThreadUpdates.in(locale);
        this.phaseTimes = PhaseTimesMessage.in(locale);
        this.drillMark = DrillMark.in(locale);
        this.directNotifications = new DirectNotifications(notifier, history, locale);
        this.approverMessages = new ApproverMessages(notifier, history, locale);
    }

    /**
     * Opens a request and queues its status message, unless the device has an open request already.
     *
     * @return the request that is open for the device now: this one, or the one that was there
     */
    public RescueRequest open(RescueRequest request, Actor actor) {
        RescueRequest open = requests.open(request);
        if (!open.id().equals(request.id())) {
            recordJoined(open, actor);
            return open;
        }
        auditRecorder.record(request, REQUESTED, actor, requestDetails(request));
        updateStatusMessage(request);
        return open;
    }

    /**
     * Writes a transition down with the events that it brought, in their order.
     *
     * @throws dev.lifeline.rescue.StaleRequestException when another writer saved the request first; the transaction has to
     *     be rolled back
     */
    public void record(TransitionResult.Applied applied, Actor actor) {
        RescueRequest next = applied.next();
        requests.save(next);
        if (applied.events().isEmpty())
            auditRecorder.record(next, AuditFields.typeName((Record) next.stage()), actor, Map.of());
        updateStatusMessage(next);
        for (RescueEvent rescueEvent : applied.events()) {
            auditRecorder.recordEvent(next, rescueEvent, actor);
            notifier.replyInThread(
                    next.id(), target(next), drillMark.prefix(next, threadUpdates.render(next, rescueEvent)));
            approverMessages.onEvent(next, rescueEvent);
            directNotifications.onEvent(next, rescueEvent);
        }
        sumUp(next, Math.max(1, applied.events().size()));
    }

    /** The thread of a rescue that was closed by these entries ends with its times. */
    private void sumUp(RescueRequest request, int entries) {
        Map<RescuePhase, Duration> times = history.closingTimes(request, entries);
        if (!times.isEmpty())
            notifier.replyInThread(
                    request.id(), target(request), drillMark.prefix(request, phaseTimes.render(request, times)));
    }

    /**
     * Saves how long a request has been watched, or when its device is looked at next. Nothing happened to it, so nothing is told in the
     * thread and nothing audited. The status message says how long a command has been under way; with many at a time those messages are left
     * alone, since Slack takes some 50 updates a minute and each stage needs its own.
     *
     * @throws dev.lifeline.rescue.StaleRequestException when another writer saved the request first
     */
    public void saveUntold(RescueRequest next) {
        requests.save(next);
        if (next.awaitsDevice() && requests.countOpen() <= MAX_OPEN_WHEN_QUIET) updateStatusMessage(next);
    }

    /** Returns the texts in the workspace's language. */
    public MessageCatalog catalog() {
        return MessageCatalog.forLocale(locale);
    }

    /** Returns a reader of what was recorded. */
    public RescueHistory history() {
        return history;
    }

    /** Records that a user requested a device that has an open request. */
    public void recordJoined(RescueRequest open, Actor actor) {
        auditRecorder.record(open, JOINED, actor, Map.of());
    }

    /**
     * Records an action that was rejected and moved nothing, as {@code rejected-} and the action's name.
     *
     * @param device device id; empty where the action is about none
     * @param denialReason the text of the reply, or a fixed word
     */
    public void recordRejected(String action, String device, Actor actor, String denialReason) {
        recordRejected(action, device, actor, Map.of(AuditKeys.DENIAL_REASON, denialReason));
    }

    /** Records a rejected action with details of its own. */
    public void recordRejected(String action, String device, Actor actor, Map<String, String> details) {
        auditRecorder.record(device, REJECTED_PREFIX + action, actor, details);
    }

    /** Records a rejected action about a request. */
    public void recordRejected(String action, RescueRequest request, Actor actor, Map<String, String> details) {
        auditRecorder.record(request, REJECTED_PREFIX + action, actor, details);
    }

    /** What was observed of the device when the request opened, and what the policy requires. */
    private static Map<String, String> requestDetails(RescueRequest request) {
        PolicyRequirements policyRequirements = request.plan().requirements();
        return Map.of(
                "power",
                request.plan().inspection().status().powerState().name().toLowerCase(Locale.ROOT),
                "approvals",
                Integer.toString(policyRequirements.quorum()),
                AuditKeys.REASON_PATTERN,
                policyRequirements.confirmation().reasonPattern().orElse(""));
    }

    /** Records an action that is about no request and no device. */
    public void recordAction(String action, Actor actor, Map<String, String> details) {
        recordAction(action, "", actor, details);
    }

    /**
     * Records an action that moves no request.
     *
     * @param device device id; empty where the action is about none
     */
    public void recordAction(String action, String device, Actor actor, Map<String, String> details) {
        auditRecorder.record(device, action, actor, details);
    }

    /**
     * Records an action about a request that moves nothing.
     *
     * @param detail what else there is to know; empty for nothing
     */
    public void recordAction(String action, RescueRequest request, Actor actor, String detail) {
        auditRecorder.record(request, action, actor, detail.isEmpty() ? Map.of() : Map.of(AuditKeys.DETAIL, detail));
    }

    /** The message goes where it was asked for. */
    static MessageTarget target(RescueRequest request) {
        return new MessageTarget(request.plan().channel(), request.plan().thread());
    }

    private void updateStatusMessage(RescueRequest request) {
        notifier.updateStatusMessage(
                request.id(), target(request), statusMessages.statusMessage(request, clock.instant()));
    }
}
