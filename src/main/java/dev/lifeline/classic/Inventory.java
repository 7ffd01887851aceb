package dev.lifeline.classic;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.lifeline.device.Device;
import dev.lifeline.device.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which devices does the account have, as known in memory? For finding only: nothing is decided by it. It renews itself behind the back
 * of whoever asks.
 */
final class Inventory {

    private static final Duration GROWS_OLD = Duration.ofMinutes(3);
    /** One who asks for what is not there brings a renewal about, but no oftener. */
    private static final Duration RENEWED_AT_MOST_EVERY = Duration.ofSeconds(15);

    /** A row has some 600 bytes here, so that a page stays under 400 kB. */
    private static final int PAGE = 500;

    private static final String ALL = "all";

    /** What is known, each device with all its words in small letters. */
    record Known(List<Entry> entries, Instant at) {}

    record Entry(Device device, String words) {}

    private final Reads reads;
    private final InstantSource clock;
    private final LoadingCache<String, Known> memory;

    Inventory(Reads reads, InstantSource clock, Executor background) {
        this.reads = reads;
        this.clock = clock;
        this.memory = Caffeine.newBuilder()
                .refreshAfterWrite(GROWS_OLD)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(background)
                .build(key -> load());
    }

    /** What is known; loads it first where nothing is. */
    List<Entry> entries() {
        List<Entry> entries = memory.get(ALL).entries();
        return entries.isEmpty() ? renewed() : entries;
    }

    /** What is known after a renewal, unless there was one just now. */
    synchronized List<Entry> renewed() {
        Known known = memory.get(ALL);
        if (clock.instant().isBefore(known.at().plus(RENEWED_AT_MOST_EVERY))) return known.entries();
        Known fresh = load();
        memory.put(ALL, fresh);
        return fresh.entries();
    }

    private Known load() {
        Instant at = clock.instant();
        Stream<Device> guests = devices(Kind.VIRTUAL_GUEST, Read.LIST_GUESTS, "virtualGuests");
        Stream<Device> metal = devices(Kind.HARDWARE, Read.LIST_HARDWARE, "hardware");
        return new Known(
                Stream.concat(guests, metal)
                        .sorted(Comparator.comparing(
                                        (Device device) -> device.name().full())
                                .thenComparing(device -> device.id().toString()))
                        .map(device -> new Entry(device, words(device)))
                        .toList(),
                at);
    }

    private Stream<Device> devices(Kind kind, Read list, String relation) {
        return reads
                .everyPage(
                        Question.of(list).where(Filters.inOrder(relation)),
                        PAGE,
                        row -> DeviceRows.of(kind, row).stream())
                .stream();
    }

    private static String words(Device device) {
        Stream<String> names =
                Stream.of(device.name().full(), Long.toString(device.id().value()));
        return Stream.concat(names, Stream.concat(device.addresses().all(), device.tags().stream()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
