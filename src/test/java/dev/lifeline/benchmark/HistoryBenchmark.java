package dev.lifeline.benchmark;

import dev.lifeline.contract.Samples;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.job.Job;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.RawSql;
import dev.lifeline.store.Store;
import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jetty.util.IO;

/**
 * Measures what is read of open requests beside very many closed ones: without the partial indexes, with them, and after the closed ones
 * were moved to the history. Arguments: number of closed requests, 100000 by default; a JDBC URL of an empty PostgreSQL schema for another
 * database than an embedded one.
 */
public final class HistoryBenchmark {

    private static final int OPEN_REQUESTS = 10;
    private static final int ROUNDS = 51;
    private static final RescueRequest TEMPLATE = Samples.awaitingConfirmation("template01", Fixtures.WEB_07);

    private static final String INSERT_CLOSED = """
            insert into rescue_requests (id, version, stage, device, open_device, poll_only, review_pending, break_glass_used, body,
              created_at, updated_at)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
            select 'closed' || i, 2, 'Closed', device, null, 0, 0, 1, body, i, i from n, rescue_requests where id = 'template01'
            """;

    private static final List<String> DROP_PARTIAL_INDEXES = List.of(
            "drop index rescue_requests_open",
            "drop index rescue_requests_open_device",
            "drop index rescue_requests_review_pending");

    private static final List<String> CREATE_PARTIAL_INDEXES = List.of(
            "create unique index rescue_requests_open_device on rescue_requests (open_device) where open_device is not null",
            "create index rescue_requests_open on rescue_requests (created_at, id) where open_device is not null",
            "create index rescue_requests_review_pending on rescue_requests (created_at, id) where review_pending = 1");

    private HistoryBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int closed = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("lifeline-history");
        String url = arguments.length > 1 ? arguments[1] : "jdbc:sqlite:" + folder.resolve("bench.db");
        try (Store store = Store.open(url, InstantSource.system())) {
            run(store, new RawSql(url), closed);
        } finally {
            IO.delete(folder);
        }
    }

    private static void run(Store store, RawSql rawSql, int closed) {
        store.requests().open(TEMPLATE);
        store.requests().save(Samples.closed(TEMPLATE));
        IntStream.range(0, OPEN_REQUESTS)
                .mapToObj(number -> Samples.awaitingConfirmation(
                        "open10000" + number, Fixtures.guest(100 + number, "web", Family.LINUX, 8192)))
                .forEach(store.requests()::open);
        rawSql.execute(INSERT_CLOSED.formatted(closed));

        DROP_PARTIAL_INDEXES.forEach(rawSql::execute);
        measure("%,d closed, no partial index".formatted(closed), store, rawSql);
        CREATE_PARTIAL_INDEXES.forEach(rawSql::execute);
        measure("%,d closed, partial indexes".formatted(closed), store, rawSql);
        measureSweep(store);
        rawSql.execute("insert into rescue_request_history"
                + " select id, version, stage, device, break_glass_used, body, created_at, updated_at"
                + " from rescue_requests where open_device is null");
        rawSql.execute("delete from rescue_requests where open_device is null");
        measure("%,d closed, moved to the history".formatted(closed), store, rawSql);
    }

    private static void measure(String label, Store store, RawSql rawSql) {
        // as autovacuum does on a server
        rawSql.execute("vacuum");
        rawSql.execute("analyze");
        System.out.println(label);
        measure("list of open requests", () -> store.requests().findOpen());
        measure("list of owed reviews", () -> store.requests().findReviewPending());
        measure(
                "count of break-glass, as it was",
                () -> rawSql.countRows("rescue_requests where break_glass_used = 1"));
        measure("count of break-glass", () -> store.requests().countBreakGlass());
        measure("newest 10", () -> store.requests().findRecent(Optional.empty(), 10));
    }

    private static void measure(String label, Runnable read) {
        long[] micros = IntStream.range(0, ROUNDS)
                .mapToLong(round -> {
                    long start = System.nanoTime();
                    read.run();
                    return (System.nanoTime() - start) / 1_000;
                })
                .toArray();
        Arrays.sort(micros);
        System.out.printf(
                "  %-32s median %8.2f ms, longest %8.2f ms%n",
                label, micros[ROUNDS / 2] / 1_000.0, micros[ROUNDS - 1] / 1_000.0);
    }

    /** The first sweep of a replica moves 4,000 in batches of 200. */
    private static void measureSweep(Store store) {
        Job nothing = Job.of(key -> Optional.empty(), List::of);
        try (JobEngine engine = store.createEngine(
                new JobEngine.Jobs(nothing, nothing, nothing, () -> Duration.ofHours(1)),
                JobEngine.PollSettings.DEFAULT)) {
            long start = System.nanoTime();
            engine.start();
            System.out.printf(
                    "one sweep, which moves 4,000: %d ms%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }
}
