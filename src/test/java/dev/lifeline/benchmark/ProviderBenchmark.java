package dev.lifeline.benchmark;

import dev.lifeline.faultinjection.BulkRescues;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jetty.util.IO;

/**
 * Measures listing and searching very many devices, and one poll of very many rescues. First argument: number of devices, 100000 by
 * default.
 */
public final class ProviderBenchmark {

    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final List<String> QUERIES = List.of("app-5", "127.2", "prod", "10500", "no such device", "a", "");

    private ProviderBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int devices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (FakeSoftLayer classic =
                FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withGeneratedDevices(devices))) {
            URI endpoint = URI.create(classic.url() + "/rest/v3.1/");
            measureInventory(endpoint);
            for (int rescues : List.of(1, 100, 1000)) measurePoll(endpoint, rescues);
        }
    }

    private static void measureInventory(URI endpoint) {
        ClassicAccount account = new ClassicAccount(endpoint, "lifeline", "sandbox-lifeline-api-key", Optional.empty());
        try (ClassicAdapter adapter = new ClassicAdapter(
                account, InstantSource.system(), ClassicClientConfig.defaults().withCallsPerSecond(1000))) {
            long before = usedBytes();
            long start = System.nanoTime();
            int deviceCount = adapter.devices().search("").size();
            printDuration("list %,d devices, nothing known yet".formatted(deviceCount), start);
            System.out.printf("memory kept for them: %d MB%n", (usedBytes() - before) / BYTES_PER_MEGABYTE);
            for (String query : QUERIES) measureSearch(adapter, query);
            measureExactLookup(adapter);
        }
    }

    private static void measureSearch(ClassicAdapter adapter, String query) {
        int[] found = new int[1];
        long[] micros = IntStream.range(0, 101)
                .mapToLong(round -> {
                    long start = System.nanoTime();
                    found[0] = adapter.devices().search(query).size();
                    return (System.nanoTime() - start) / 1000;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "search '%s': %,d found, median %.1f ms, longest %.1f ms%n",
                query, found[0], micros[50] / 1000.0, micros[100] / 1000.0);
    }

    private static void measureExactLookup(ClassicAdapter adapter) {
        long[] micros = IntStream.range(0, 101)
                .mapToLong(round -> {
                    long start = System.nanoTime();
                    adapter.devices().findExact("web-07");
                    return (System.nanoTime() - start) / 1000;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "find 'web-07' exactly: median %.1f ms, longest %.1f ms%n", micros[50] / 1000.0, micros[100] / 1000.0);
    }

    private static void measurePoll(URI endpoint, int rescues) throws IOException {
        Path folder = Files.createTempDirectory("lifeline-figures");
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("lifeline.db"), InstantSource.system());
                BulkRescues bulkRescues = new BulkRescues(endpoint, store)) {
            bulkRescues.addBooting(rescues);
            bulkRescues.poll();
            long start = System.nanoTime();
            bulkRescues.poll();
            printDuration("one look at %,d open rescues".formatted(rescues), start);
        } finally {
            IO.delete(folder);
        }
    }

    private static void printDuration(String label, long start) {
        System.out.printf(
                "%s: %d ms%n",
                label, Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    @SuppressWarnings("SystemGc") // only retained memory is to be counted
    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
