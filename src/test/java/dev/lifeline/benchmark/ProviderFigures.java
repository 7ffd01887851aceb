package dev.lifeline.benchmark;

import dev.lifeline.classic.ClassicAccount;
import dev.lifeline.classic.ClassicDoor;
import dev.lifeline.classic.ClassicTuning;
import dev.lifeline.faults.Many;
import dev.lifeline.sandbox.classic.ClassicOptions;
import dev.lifeline.sandbox.classic.PretendClassic;
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

/** List and search over very many devices, and a look at very many rescues. First argument: how many devices, 100000 by default. */
public final class ProviderFigures {

    private static final int MEGABYTE = 1 << 20;
    private static final List<String> QUERIES = List.of("app-5", "127.2", "prod", "10500", "no such device", "a", "");

    private ProviderFigures() {}

    public static void main(String[] arguments) throws IOException {
        int devices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (PretendClassic classic =
                PretendClassic.start(ClassicOptions.onPort(0).withDevices(devices))) {
            URI endpoint = URI.create(classic.url() + "/rest/v3.1/");
            inventory(endpoint);
            for (int rescues : List.of(1, 100, 1000)) tick(endpoint, rescues);
        }
    }

    private static void inventory(URI endpoint) {
        ClassicAccount account = new ClassicAccount(endpoint, "lifeline", "sandbox-lifeline-api-key", Optional.empty());
        try (ClassicDoor door = new ClassicDoor(
                account, InstantSource.system(), ClassicTuning.usual().atMost(1000))) {
            long before = usedBytes();
            long start = System.nanoTime();
            int known = door.devices().search("").size();
            told("list %,d devices, nothing known yet".formatted(known), start);
            System.out.printf("memory kept for them: %d MB%n", (usedBytes() - before) / MEGABYTE);
            for (String query : QUERIES) search(door, query);
            exact(door);
        }
    }

    private static void search(ClassicDoor door, String query) {
        int[] found = new int[1];
        long[] micros = IntStream.range(0, 101)
                .mapToLong(turn -> {
                    long start = System.nanoTime();
                    found[0] = door.devices().search(query).size();
                    return (System.nanoTime() - start) / 1000;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "search '%s': %,d found, median %.1f ms, longest %.1f ms%n",
                query, found[0], micros[50] / 1000.0, micros[100] / 1000.0);
    }

    private static void exact(ClassicDoor door) {
        long[] micros = IntStream.range(0, 101)
                .mapToLong(turn -> {
                    long start = System.nanoTime();
                    door.devices().named("web-07");
                    return (System.nanoTime() - start) / 1000;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "find 'web-07' exactly: median %.1f ms, longest %.1f ms%n", micros[50] / 1000.0, micros[100] / 1000.0);
    }

    private static void tick(URI endpoint, int rescues) throws IOException {
        Path folder = Files.createTempDirectory("lifeline-figures");
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("lifeline.db"), InstantSource.system());
                Many many = new Many(endpoint, store)) {
            many.boot(rescues);
            many.tick();
            long start = System.nanoTime();
            many.tick();
            told("one look at %,d open rescues".formatted(rescues), start);
        } finally {
            IO.delete(folder);
        }
    }

    private static void told(String what, long start) {
        System.out.printf(
                "%s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    @SuppressWarnings("SystemGc") // only what is kept is to be counted
    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
