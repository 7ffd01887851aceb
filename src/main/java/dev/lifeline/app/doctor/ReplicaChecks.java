package dev.lifeline.app.doctor;

import dev.lifeline.store.Store;
import dev.lifeline.store.database.DatabaseUnavailableException;
import dev.lifeline.store.database.SchemaStatus;
import dev.lifeline.store.sql.ReplicaSighting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells which processes serve on the database, of which release, and whose host's clock is off. */
final class ReplicaChecks {

    private static final String SUBJECT = "replicas";

    private final String databaseUrl;
    private final InstantSource clock;

    ReplicaChecks(String databaseUrl, InstantSource clock) {
        this.databaseUrl = databaseUrl;
        this.clock = clock;
    }

    /** Nothing about a database that is not of this release, as other lines tell. */
    List<CheckResult> run() {
        try {
            if (Store.inspect(databaseUrl).state() != SchemaStatus.State.CURRENT) return List.of();
            Instant now = Store.serverTime(databaseUrl).orElse(clock.instant());
            try (Store store = Store.openToRead(databaseUrl, clock, found -> {})) {
                return results(store.replicas().seen(now), now);
            }
        } catch (DatabaseUnavailableException e) {
            return List.of();
        }
    }

    private static List<CheckResult> results(List<ReplicaSighting> replicas, Instant now) {
        if (replicas.isEmpty()) return List.of(CheckResult.ok(SUBJECT, "none serves on this database now"));
        List<CheckResult> results = new ArrayList<>();
        results.add(CheckResult.ok(SUBJECT, describe(replicas, now)));
        replicas.stream()
                .flatMap(
                        replica -> ClockChecks.compare(
                                SUBJECT, "the host of " + replica.replica(), "the database's", replica.clockAhead())
                                .stream())
                .forEach(results::add);
        Set<String> releases =
                replicas.stream().map(ReplicaSighting::release).collect(Collectors.toCollection(TreeSet::new));
        if (releases.size() > 1)
            results.add(CheckResult.warn(
                    SUBJECT, "of different releases, " + String.join(" and ", releases) + ": finish the upgrade"));
        return results;
    }

    private static String describe(List<ReplicaSighting> replicas, Instant now) {
        return replicas.stream()
                .map(replica -> replica.replica() + " (" + replica.release() + ", seen "
                        + Math.max(0, Duration.between(replica.seenAt(), now).toSeconds()) + " s ago)")
                .collect(Collectors.joining(", ", replicas.size() + " on this database: ", ""));
    }
}
