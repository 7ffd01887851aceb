package dev.lifeline.benchmark;

import dev.lifeline.benchmark.Environment.Fake;
import dev.lifeline.faultinjection.BulkRescues;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Searching very many devices and polling very many rescues. The fake provider is a process of its own; the adapter runs in this one, whose
 * memory is then known to the byte.
 */
final class ProviderBenchmark {

    private static final int DEVICES = 100_000;
    private static final int SEARCHES_PER_QUERY = 200;
    private static final int CALLS_PER_SECOND = 1_000;
    private static final double BYTES_PER_MEGABYTE = 1 << 20;
    private static final List<String> QUERIES = List.of("app-5", "127.2", "prod", "10500", "no such device", "a", "");

    private static final Map<Integer, Figure> TICKS =
            new TreeMap<>(Map.of(1, Figure.TICK_CALLS_1, 100, Figure.TICK_CALLS_100, 1_000, Figure.TICK_CALLS_1000));

    private final Environment environment;
    private final Results results;

    ProviderBenchmark(Environment environment, Results results) {
        this.environment = environment;
        this.results = results;
    }

    /** One round; the database does not matter for the search, and hardly for the tick, so that only SQLite is measured. */
    void measure() {
        TICKS.forEach(this::measureTick);
        measureInventory();
        results.remark(
                "Search, its memory and the calls of a tick are the adapter's in the benchmark's own process, on SQLite; "
                        + "the bot offers no type-ahead, so that row is the search which its device forms and commands do.");
    }

    private void measureTick(int rescues, Figure figure) {
        Path database = environment.folder().resolve("tick" + rescues + "-" + System.nanoTime() + ".db");
        try (Fake provider = startProvider(rescues);
                Store store = Store.open("jdbc:sqlite:" + database, InstantSource.system());
                BulkRescues bulkRescues = new BulkRescues(endpoint(provider), store)) {
            bulkRescues.addBooting(rescues);
            provider.client().delete("/sandbox/calls");
            bulkRescues.poll();
            results.add(
                    figure,
                    Contender.SQLITE,
                    provider.client().get("/sandbox/calls").size());
        }
    }

    private Fake startProvider(int devices) {
        return environment.startFake(
                "classic", "--devices", Integer.toString(devices), "--ssh-port", "0", "--rdp-port", "0");
    }

    private static URI endpoint(Fake provider) {
        return provider.url().resolve("/rest/v3.1/");
    }

    private void measureInventory() {
        try (Fake provider = startProvider(DEVICES)) {
            ClassicAccount account =
                    new ClassicAccount(endpoint(provider), "lifeline", "sandbox-lifeline-api-key", Optional.empty());
            try (ClassicAdapter adapter =
                    new ClassicAdapter(account, ClassicClientConfig.defaults().withCallsPerSecond(CALLS_PER_SECOND))) {
                measureInventory(adapter);
            }
        }
    }

    private void measureInventory(ClassicAdapter adapter) {
        long before = usedBytes();
        adapter.devices().search("");
        results.add(Figure.INVENTORY_MEGABYTES, Contender.SQLITE, (usedBytes() - before) / BYTES_PER_MEGABYTE);
        search(adapter); // compiles it
        results.add(Figure.TYPE_AHEAD_P99, Contender.SQLITE, search(adapter).p99());
    }

    private static Latencies search(ClassicAdapter adapter) {
        long[] nanos = new long[QUERIES.size() * SEARCHES_PER_QUERY];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            adapter.devices().search(QUERIES.get(i % QUERIES.size()));
            nanos[i] = System.nanoTime() - start;
        }
        return Latencies.ofNanos(nanos);
    }

    @SuppressWarnings("SystemGc") // only retained memory is to be counted
    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
