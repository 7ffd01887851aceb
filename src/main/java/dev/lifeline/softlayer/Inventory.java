package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.ObjectFilters;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
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

    private static final Duration REFRESH_INTERVAL = Duration.ofMinutes(3);
    /** One who asks for what is not there brings a renewal about, but no oftener. */
    private static final Duration MIN_RELOAD_INTERVAL = Duration.ofSeconds(15);

    /** A row has some 600 bytes here, so that a page stays under 400 kB. */
    private static final int PAGE_SIZE = 500;

    private static final String CACHE_KEY = "all";

    /** What is known, each device with all its words in small letters. */
    record Snapshot(List<Entry> entries, Instant loadedAt) {}

    record Entry(Device device, String searchText) {}

    private final QueryClient queries;
    private final InstantSource clock;
    private final LoadingCache<String, Snapshot> cache;

    Inventory(QueryClient queries, InstantSource clock, Executor background) {
        this.queries = queries;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .refreshAfterWrite(REFRESH_INTERVAL)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(background)
                .build(key -> load());
    }

    /** What is known; loads it first where nothing is. */
    List<Entry> entries() {
        List<Entry> entries = cache.get(CACHE_KEY).entries();
        return entries.isEmpty() ? refresh() : entries;
    }

    /** What is known after a renewal, unless there was one just now. */
    synchronized List<Entry> refresh() {
        Snapshot snapshot = cache.get(CACHE_KEY);
        if (clock.instant().isBefore(snapshot.loadedAt().plus(MIN_RELOAD_INTERVAL))) return snapshot.entries();
        Snapshot fresh = load();
        cache.put(CACHE_KEY, fresh);
        return fresh.entries();
    }

    private Snapshot load() {
        Instant at = clock.instant();
        Stream<Device> guests = listDevices(DeviceType.VIRTUAL_GUEST, QueryMethod.LIST_GUESTS, "virtualGuests");
        Stream<Device> metal = listDevices(DeviceType.HARDWARE, QueryMethod.LIST_HARDWARE, "hardware");
        return new Snapshot(
                Stream.concat(guests, metal)
                        .sorted(Comparator.comparing(
                                        (Device device) -> device.name().fqdn())
                                .thenComparing(device -> device.id().toString()))
                        .map(device -> new Entry(device, searchText(device)))
                        .toList(),
                at);
    }

    private Stream<Device> listDevices(DeviceType deviceType, QueryMethod list, String relation) {
        return queries
                .listAll(
                        ApiQuery.of(list).withFilter(ObjectFilters.orderedById(relation)),
                        PAGE_SIZE,
                        apiObject -> DeviceMapper.toDevice(deviceType, apiObject).stream())
                .stream();
    }

    private static String searchText(Device device) {
        Stream<String> names =
                Stream.of(device.name().fqdn(), Long.toString(device.id().value()));
        return Stream.concat(names, Stream.concat(device.addresses().all(), device.tags().stream()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
