package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.rest.ObjectFilters;
import dev.lifeline.softlayer.rest.PagedReader;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.transport.OutsideCalls;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All devices of the account, held in memory for searches; no decision is based on it. Older than 3 minutes it is reloaded in the
 * background while the old list is still served for display. Thread-safe; only the first call, and a lookup for which the list is wrong or
 * that finds nothing, block for a reload.
 */
final class Inventory {

    private static final Duration REFRESH_INTERVAL = Duration.ofMinutes(3);
    /** Minimum time between reloads caused by searches that find nothing. */
    private static final Duration MIN_RELOAD_INTERVAL = Duration.ofSeconds(15);

    /** How long the guests are kept for the next attempt to read the hardware. */
    private static final Duration MAX_KEPT_AGE = Duration.ofMinutes(10);

    private static final String CACHE_KEY = "all";

    /**
     * The loaded devices, ordered by name.
     *
     * @param loadedAtNanos monotonic
     */
    record Snapshot(List<Entry> entries, long loadedAtNanos) {}

    /** A device with its names, addresses, tags and id in lower case. */
    record Entry(Device device, String searchText) {}

    private final Ticker ticker;
    private final PagedReader<Device> guestReader;
    private final PagedReader<Device> hardwareReader;
    /** Held while reading; not the monitor, which {@link #refresh} holds while it waits for the cache. */
    private final Lock loadLock = new ReentrantLock();
    /** The guests that were read before the hardware could not be. */
    private Optional<PagedReader.Reading<Device>> keptGuests = Optional.empty();

    private final LoadingCache<String, Snapshot> cache;

    Inventory(QueryClient queries, Ticker ticker, Executor background) {
        this.ticker = ticker;
        this.guestReader = reader(queries, DeviceType.VIRTUAL_GUEST, ticker);
        this.hardwareReader = reader(queries, DeviceType.HARDWARE, ticker);
        this.cache = Caffeine.newBuilder()
                .refreshAfterWrite(REFRESH_INTERVAL)
                .ticker(ticker)
                .executor(background)
                .build(key -> load());
    }

    /**
     * The loaded devices; loads them first where there are none.
     *
     * @throws ProviderUnavailableException when they cannot be loaded
     */
    List<Entry> entries() {
        OutsideCalls.check("device inventory");
        List<Entry> entries = cache.get(CACHE_KEY).entries();
        return entries.isEmpty() ? refresh() : entries;
    }

    /**
     * The devices after a reload, unless the last one is less than 15 s ago. One thread reloads at a time.
     *
     * @throws ProviderUnavailableException when they cannot be loaded
     */
    List<Entry> refresh() {
        return reloadUnlessYoung();
    }

    /**
     * The devices after a reload, because the list was found wrong; unless another thread has reloaded it since.
     *
     * @param wrong the list that was found wrong
     * @throws ProviderUnavailableException when they cannot be loaded
     */
    synchronized List<Entry> replace(List<Entry> wrong) {
        Snapshot snapshot = cache.get(CACHE_KEY);
        return snapshot.entries() == wrong ? reload() : snapshot.entries();
    }

    private synchronized List<Entry> reloadUnlessYoung() {
        Snapshot snapshot = cache.get(CACHE_KEY);
        boolean young = ticker.read() - snapshot.loadedAtNanos() < MIN_RELOAD_INTERVAL.toNanos();
        return young ? snapshot.entries() : reload();
    }

    private List<Entry> reload() {
        Snapshot reloaded = load();
        cache.put(CACHE_KEY, reloaded);
        return reloaded.entries();
    }

    /** Goes on where the last attempt ended; the list is as old as the oldest page of it. */
    private Snapshot load() {
        loadLock.lock();
        try {
            return readOn();
        } finally {
            loadLock.unlock();
        }
    }

    private Snapshot readOn() {
        PagedReader.Reading<Device> guests = keptGuests.filter(this::isFresh).orElseGet(guestReader::readAll);
        keptGuests = Optional.of(guests);
        PagedReader.Reading<Device> hardware = hardwareReader.readAll();
        keptGuests = Optional.empty();
        return new Snapshot(
                Stream.concat(guests.rows().stream(), hardware.rows().stream())
                        .sorted(Comparator.comparing(
                                        (Device device) -> device.name().fqdn())
                                .thenComparing(device -> device.id().toString()))
                        .map(device -> new Entry(device, searchText(device)))
                        .toList(),
                Math.min(guests.beganAtNanos(), hardware.beganAtNanos()));
    }

    private boolean isFresh(PagedReader.Reading<Device> reading) {
        return ticker.read() - reading.beganAtNanos() <= MAX_KEPT_AGE.toNanos();
    }

    private static PagedReader<Device> reader(QueryClient queries, DeviceType deviceType, Ticker ticker) {
        return DeviceRows.of(deviceType).reader(queries, ObjectFilters::orderedById, ticker);
    }

    private static String searchText(Device device) {
        Stream<String> names =
                Stream.of(device.name().fqdn(), Long.toString(device.id().value()));
        return Stream.concat(names, Stream.concat(device.addresses().all(), device.tags().stream()))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
