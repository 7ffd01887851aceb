package dev.lifeline.chronicle;

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
final class Recollection {

    /** Each of these says that the device is out of its installed system, or is on its way out; the first one counts. */
    private static final Set<String> LEFT =
            Set.of("launch-accepted", "under-way", "powered-down", "rebooting", "kernel-booting", "is-in-rescue");

    private final List<AuditEntry> entries;

    Recollection(List<AuditEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** What was agreed to before the machine changed is no part of it. */
    List<AuditEntry> approvals() {
        List<AuditEntry> approvals = new ArrayList<>();
        for (AuditEntry entry : entries) {
            if (entry.what().equals("drifted")) approvals.clear();
            if (entry.what().equals("approved")) approvals.add(entry);
        }
        return approvals;
    }

    /** The requester's reason; of a broken glass that of breaking it. */
    String reason() {
        return Stream.of("glass-broken", "confirmed")
                .flatMap(what -> last(named(what)).stream())
                .map(entry -> entry.detail("reason"))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean glassBroken() {
        return last(named("glass-broken")).isPresent();
    }

    /** How long the device was away, or is at that moment; empty where nothing says that it ever was. */
    Optional<Duration> away(Instant now) {
        Optional<Instant> from = left();
        Instant until =
                last(named("is-back")).map(AuditEntry::at).or(this::closed).orElse(now);
        return from.map(left -> Duration.between(left, until));
    }

    /** Whether it was seen back. */
    boolean isBack() {
        return last(named("is-back")).isPresent();
    }

    private Optional<Instant> left() {
        return entries.stream()
                .filter(entry -> LEFT.contains(entry.what()))
                .map(AuditEntry::at)
                .findFirst();
    }

    private Optional<Instant> closed() {
        return last(entry -> !entry.detail("ending").isEmpty()).map(AuditEntry::at);
    }

    private static Predicate<AuditEntry> named(String what) {
        return entry -> entry.what().equals(what);
    }

    private Optional<AuditEntry> last(Predicate<AuditEntry> which) {
        return entries.stream().filter(which).reduce((earlier, later) -> later);
    }
}
