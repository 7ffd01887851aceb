package dev.lifeline.recording;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescuePhase;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives facts of one rescue from its audit entries alone. */
final class AuditReplay {

    /** Each of these shows that the device has left its installed system or is leaving it; the first one starts the downtime. */
    private static final Set<String> DOWNTIME_EVENTS = Stream.of(
                    RescueEvent.LaunchAccepted.class,
                    RescueEvent.TransactionStarted.class,
                    RescueEvent.PoweredDown.class,
                    RescueEvent.Rebooting.class,
                    RescueEvent.KernelBooting.class,
                    RescueEvent.EnteredRescue.class)
            .map(AuditFields::typeName)
            .collect(Collectors.toUnmodifiableSet());

    private static final String DRIFTED = AuditFields.typeName(RescueEvent.Drifted.class);
    private static final String APPROVED = AuditFields.typeName(RescueEvent.Approved.class);
    private static final String EXITED = AuditFields.typeName(RescueEvent.Exited.class);
    private static final String CONFIRMED = AuditFields.typeName(RescueEvent.Confirmed.class);
    private static final String BREAK_GLASS_USED = AuditFields.typeName(RescueEvent.BreakGlassUsed.class);

    private static final String APPROVAL_REQUESTED = AuditFields.typeName(RescueEvent.ApprovalRequested.class);
    private static final String APPROVAL_REMINDED = AuditFields.typeName(RescueEvent.ApprovalReminded.class);

    private static final String ASKED_APPROVERS =
            AuditFields.fieldName(RescueEvent.ApprovalRequested.class, "approvers");
    private static final String ESCALATION = AuditFields.fieldName(RescueEvent.ApprovalReminded.class, "escalation");
    private static final String CONFIRMED_REASON = AuditFields.fieldName(RescueEvent.Confirmed.class, "reason");
    private static final String BREAK_GLASS_REASON = AuditFields.fieldName(RescueEvent.BreakGlassUsed.class, "reason");
    private static final String NOTIFIED_USERS =
            AuditFields.fieldName(RescueEvent.BreakGlassUsed.class, "notifiedUsers");

    private static final String CLOSED = AuditFields.typeName(Stage.Closed.class);

    private static final Map<String, RescuePhase> PHASES = Map.of(
            AuditFields.typeName(Stage.AwaitingApproval.class), RescuePhase.APPROVAL,
            AuditFields.typeName(Stage.ReadyToLaunch.class), RescuePhase.LAUNCH,
            AuditFields.typeName(Stage.Launching.class), RescuePhase.LAUNCH,
            AuditFields.typeName(Stage.Booting.class), RescuePhase.BOOT,
            AuditFields.typeName(Stage.InRescue.class), RescuePhase.RESCUE,
            AuditFields.typeName(Stage.Exiting.class), RescuePhase.EXIT);

    private final List<AuditEntry> entries;

    /** @param entries the entries of one request, the oldest first */
    AuditReplay(List<AuditEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The approvals of the plan that was launched: those before the last drift do not count. */
    List<AuditEntry> approvals() {
        List<AuditEntry> approvals = new ArrayList<>();
        for (AuditEntry entry : entries) {
            if (entry.event().equals(DRIFTED)) approvals.clear();
            if (entry.event().equals(APPROVED)) approvals.add(entry);
        }
        return approvals;
    }

    /** The requester's reason, that of a break-glass before that of the confirmation; empty where none was given. */
    String reason() {
        return lastDetail(BREAK_GLASS_USED, BREAK_GLASS_REASON)
                .or(() -> lastDetail(CONFIRMED, CONFIRMED_REASON))
                .orElse("");
    }

    boolean breakGlassUsed() {
        return findLast(isEvent(BREAK_GLASS_USED)).isPresent();
    }

    /** Everybody who was asked to approve, at once or with a reminder. */
    Set<SlackUserId> approversAsked() {
        Stream<String> asked = entries.stream()
                .flatMap(entry -> Stream.of(
                        entry.event().equals(APPROVAL_REQUESTED) ? entry.detail(ASKED_APPROVERS) : "",
                        entry.event().equals(APPROVAL_REMINDED) ? entry.detail(ESCALATION) : ""));
        return asked.flatMap(AuditFields::parseList)
                .flatMap(user -> SlackUserId.parse(user).stream())
                .collect(Collectors.toSet());
    }

    /** Who was told of the break-glass; empty where nobody was. */
    Set<SlackUserId> breakGlassNotified() {
        String users = lastDetail(BREAK_GLASS_USED, NOTIFIED_USERS).orElse("");
        return AuditFields.parseList(users)
                .flatMap(user -> SlackUserId.parse(user).stream())
                .collect(Collectors.toSet());
    }

    /**
     * How long the device was out of its installed system: from the first sign of the launch to the exit, else to the
     * close, else to {@code now}. Empty where no launch was seen.
     */
    Optional<Duration> downtime(Instant now) {
        Optional<Instant> start = downtimeStart();
        Instant until =
                findLast(isEvent(EXITED)).map(AuditEntry::at).or(this::closedAt).orElse(now);
        return start.map(from -> Duration.between(from, until));
    }

    /** How long the request was in each phase; without those that it was not in. */
    Map<RescuePhase, Duration> phaseTimes() {
        Map<RescuePhase, Duration> times = new EnumMap<>(RescuePhase.class);
        for (int i = 1; i < entries.size(); i++) {
            Duration time =
                    Duration.between(entries.get(i - 1).at(), entries.get(i).at());
            phase(entries.get(i - 1)).ifPresent(phase -> times.merge(phase, time, Duration::plus));
        }
        return times;
    }

    /** The phase that the request was in after an entry. */
    private static Optional<RescuePhase> phase(AuditEntry entry) {
        return Optional.ofNullable(PHASES.get(entry.detail(AuditKeys.STAGE)));
    }

    /** Whether a command may have been sent, so that there was something to wait for. */
    boolean wasLaunched() {
        return entries.stream()
                .flatMap(entry -> phase(entry).stream())
                .anyMatch(phase -> phase.compareTo(RescuePhase.LAUNCH) > 0);
    }

    /** Whether the request was closed before its last entries. */
    boolean wasClosedBefore(int lastEntries) {
        int before = entries.size() - lastEntries - 1;
        return before >= 0 && entries.get(before).detail(AuditKeys.STAGE).equals(CLOSED);
    }

    /** Whether the device was observed back in its installed system. */
    boolean hasExited() {
        return findLast(isEvent(EXITED)).isPresent();
    }

    private Optional<Instant> downtimeStart() {
        return entries.stream()
                .filter(entry -> DOWNTIME_EVENTS.contains(entry.event()))
                .map(AuditEntry::at)
                .findFirst();
    }

    private Optional<Instant> closedAt() {
        return findLast(entry -> !entry.detail(AuditKeys.CLOSE_REASON).isEmpty())
                .map(AuditEntry::at);
    }

    private Optional<String> lastDetail(String event, String field) {
        return findLast(isEvent(event)).map(entry -> entry.detail(field)).filter(text -> !text.isEmpty());
    }

    private static Predicate<AuditEntry> isEvent(String event) {
        return entry -> entry.event().equals(event);
    }

    private Optional<AuditEntry> findLast(Predicate<AuditEntry> condition) {
        return entries.stream().filter(condition).reduce((earlier, later) -> later);
    }
}
