package dev.lifeline.recording;

import dev.lifeline.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What do the lines of one request add up to? Told by the record alone, the oldest line first. */
final class AuditReplay {

    /** Each of these says that the device is out of its installed system, or is on its way out; the first one counts. */
    private static final Set<String> DOWNTIME_ACTIONS = Set.of(
            "launch-accepted", "transaction-started", "powered-down", "rebooting", "kernel-booting", "entered-rescue");

    private final List<AuditEntry> entries;

    AuditReplay(List<AuditEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** What was agreed to before the machine changed is no part of it. */
    List<AuditEntry> approvals() {
        List<AuditEntry> approvals = new ArrayList<>();
        for (AuditEntry entry : entries) {
            if (entry.event().equals("drifted")) approvals.clear();
            if (entry.event().equals("approved")) approvals.add(entry);
        }
        return approvals;
    }

    /** The requester's reason; of a broken glass that of breaking it. */
    String reason() {
        return Stream.of("break-glass-used", "confirmed")
                .flatMap(what -> findLast(hasAction(what)).stream())
                .map(entry -> entry.detail("reason"))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean breakGlassUsed() {
        return findLast(hasAction("break-glass-used")).isPresent();
    }

    /** How long the device was away, or is at that moment; empty where nothing says that it ever was. */
    Optional<Duration> downtime(Instant now) {
        Optional<Instant> from = downtimeStart();
        Instant until = findLast(hasAction("exited"))
                .map(AuditEntry::at)
                .or(this::closedAt)
                .orElse(now);
        return from.map(left -> Duration.between(left, until));
    }

    /** Whether it was seen back. */
    boolean hasExited() {
        return findLast(hasAction("exited")).isPresent();
    }

    private Optional<Instant> downtimeStart() {
        return entries.stream()
                .filter(entry -> DOWNTIME_ACTIONS.contains(entry.event()))
                .map(AuditEntry::at)
                .findFirst();
    }

    private Optional<Instant> closedAt() {
        return findLast(entry -> !entry.detail("close-reason").isEmpty()).map(AuditEntry::at);
    }

    private static Predicate<AuditEntry> hasAction(String what) {
        return entry -> entry.event().equals(what);
    }

    private Optional<AuditEntry> findLast(Predicate<AuditEntry> which) {
        return entries.stream().filter(which).reduce((earlier, later) -> later);
    }
}
