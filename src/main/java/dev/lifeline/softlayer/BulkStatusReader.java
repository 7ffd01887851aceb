package dev.lifeline.softlayer;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.ObjectFilters;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the statuses of many devices, one query for each hundred of a type (src/docs/platform/softlayer.md, section Batch polling). The
 * provider ignores a filter that it does not accept and returns the whole account, so rows that were not requested are dropped. A device
 * that is missing from the response is read by itself, because a missing device ends its rescue.
 *
 * <p>Where the provider gives no usable answer for several devices they are read in tenths, until only those that cannot be read are left
 * over: these are unknown, and the next time read apart from the others. That ends after 16 failures, or 10 seconds after the first, when
 * the fault is not of single devices. Halves would cost fewer reads and more failures, which would open the circuit breaker.
 *
 * <p>Thread-safe; blocks for one query per 100 devices and type, and one per missing device.
 */
final class BulkStatusReader {

    private static final Logger LOG = LoggerFactory.getLogger(BulkStatusReader.class);
    /** Keeps the request line below about 8 kB. */
    private static final int MAX_IDS_PER_CALL = 100;

    private static final int PARTS = 10;
    private static final int MAX_FAILURES = 16;
    private static final Duration MAX_FALLBACK_TIME = Duration.ofSeconds(10);

    /** More are read with the others again. */
    private static final int MAX_REMEMBERED = 1_000;

    private final QueryClient queries;
    private final LongSupplier nanoClock;
    private final Set<DeviceId> failing = ConcurrentHashMap.newKeySet();

    /** @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime} */
    BulkStatusReader(QueryClient queries, LongSupplier nanoClock) {
        this.queries = queries;
        this.nanoClock = nanoClock;
    }

    /** @throws ProviderUnavailableException when not one of the devices can be read */
    Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        Set<DeviceId> apart = new HashSet<>(ids);
        apart.retainAll(failing);
        Reading reading = new Reading();
        for (DeviceType deviceType : DeviceType.ofProvider()) {
            reading.readParts(deviceType, select(deviceType, ids, id -> !apart.contains(id)), MAX_IDS_PER_CALL);
            reading.readParts(deviceType, select(deviceType, apart, id -> true), 1);
        }
        return reading.result(ids.size());
    }

    private static List<Long> select(DeviceType deviceType, Set<DeviceId> ids, Predicate<DeviceId> condition) {
        return ids.stream()
                .filter(id -> id.type() == deviceType)
                .filter(condition)
                .map(DeviceId::value)
                .sorted()
                .toList();
    }

    /** One read of many devices. */
    private final class Reading {

        private final Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
        private Optional<ProviderUnavailableException> firstFailure = Optional.empty();
        private long firstFailureNanos;
        private int failures;
        private int unread;

        private void readParts(DeviceType deviceType, List<Long> ids, int size) {
            for (int from = 0; from < ids.size(); from += size)
                read(deviceType, ids.subList(from, Math.min(from + size, ids.size())));
        }

        private void read(DeviceType deviceType, List<Long> ids) {
            if (isGivenUp()) ids.forEach(id -> addUnknown(deviceType, id));
            else
                try {
                    readTogether(deviceType, ids);
                } catch (ProviderUnavailableException e) {
                    onFailure(e);
                    if (ids.size() > 1) readParts(deviceType, ids, (ids.size() + PARTS - 1) / PARTS);
                    else addFailing(new DeviceId(deviceType, ids.get(0)));
                }
        }

        private void addFailing(DeviceId id) {
            if (failing.size() < MAX_REMEMBERED) failing.add(id);
            addUnknown(id.type(), id.value());
        }

        private void readTogether(DeviceType deviceType, List<Long> requested) {
            Set<Long> missing = new LinkedHashSet<>(requested);
            int foreignRows = 0;
            for (ApiObject apiObject : queries.list(bulkQuery(deviceType, requested))) {
                long id = apiObject.id().orElse(0);
                if (missing.remove(id)) add(deviceType, id, apiObject);
                else foreignRows++;
            }
            if (foreignRows > 0)
                LOG.warn("{}: provider ignored the object filter, {} foreign rows dropped", deviceType, foreignRows);
            missing.forEach(id -> readSingly(deviceType, id));
            if (requested.size() == 1) failing.remove(new DeviceId(deviceType, requested.get(0)));
        }

        private void readSingly(DeviceType deviceType, long id) {
            if (isGivenUp()) addUnknown(deviceType, id);
            else
                try {
                    queries.findById(singleQuery(deviceType, id)).ifPresent(row -> add(deviceType, id, row));
                } catch (ProviderUnavailableException e) {
                    onFailure(e);
                    addUnknown(deviceType, id);
                }
        }

        /** A row that cannot be understood is of one device, and of no other. */
        private void add(DeviceType deviceType, long id, ApiObject row) {
            try {
                statuses.put(new DeviceId(deviceType, id), StatusMapper.toStatus(deviceType, row));
            } catch (RuntimeException e) {
                LOG.warn("Status of {} {} not understood: {}", deviceType, id, e.toString());
                statuses.put(new DeviceId(deviceType, id), DeviceStatus.UNKNOWN);
            }
        }

        private void addUnknown(DeviceType deviceType, long id) {
            statuses.put(new DeviceId(deviceType, id), DeviceStatus.UNKNOWN);
            unread++;
        }

        private void onFailure(ProviderUnavailableException e) {
            if (firstFailure.isEmpty()) firstFailureNanos = nanoClock.getAsLong();
            firstFailure = firstFailure.or(() -> Optional.of(e));
            failures++;
        }

        private boolean isGivenUp() {
            boolean late = nanoClock.getAsLong() - firstFailureNanos > MAX_FALLBACK_TIME.toNanos();
            return failures >= MAX_FAILURES || (firstFailure.isPresent() && late);
        }

        private Map<DeviceId, DeviceStatus> result(int requested) {
            if (unread > 0 && unread == requested) throw firstFailure.orElseThrow();
            firstFailure.ifPresent(e -> LOG.warn("Status of {} devices not read: {}", unread, e.getMessage()));
            return statuses;
        }
    }

    private static ApiQuery bulkQuery(DeviceType deviceType, List<Long> ids) {
        return deviceType == DeviceType.VIRTUAL_GUEST
                ? ApiQuery.of(QueryMethod.LIST_GUEST_STATUSES).withFilter(ObjectFilters.idIn("virtualGuests", ids))
                : ApiQuery.of(QueryMethod.LIST_HARDWARE_STATUSES).withFilter(ObjectFilters.idIn("hardware", ids));
    }

    private static ApiQuery singleQuery(DeviceType deviceType, long id) {
        return ApiQuery.of(
                deviceType == DeviceType.VIRTUAL_GUEST ? QueryMethod.GUEST_STATUS : QueryMethod.SERVER_STATUS, id);
    }
}
