package dev.lifeline.softlayer;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.ObjectFilters;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the statuses of many devices, one query for each hundred of a type (src/docs/platform/softlayer.md, section Batch polling). The
 * provider ignores a filter that it does not accept and returns the whole account, so rows that were not requested are dropped. A device
 * that is missing from the response is read by itself, because a missing device ends its rescue.
 *
 * <p>Thread-safe; blocks for one query per 100 devices and type, and one per missing device.
 */
final class BulkStatusReader {

    private static final Logger LOG = LoggerFactory.getLogger(BulkStatusReader.class);
    /** Keeps the request line below about 8 kB. */
    private static final int MAX_IDS_PER_CALL = 100;

    private final QueryClient queries;

    BulkStatusReader(QueryClient queries) {
        this.queries = queries;
    }

    Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
        for (DeviceType deviceType : DeviceType.values()) {
            List<Long> idsOfType = ids.stream()
                    .filter(id -> id.type() == deviceType)
                    .map(DeviceId::value)
                    .sorted()
                    .toList();
            for (int from = 0; from < idsOfType.size(); from += MAX_IDS_PER_CALL)
                readStatuses(
                        deviceType,
                        idsOfType.subList(from, Math.min(from + MAX_IDS_PER_CALL, idsOfType.size())),
                        statuses);
        }
        return statuses;
    }

    private void readStatuses(DeviceType deviceType, List<Long> requested, Map<DeviceId, DeviceStatus> statuses) {
        Set<Long> missing = new LinkedHashSet<>(requested);
        int foreignRows = 0;
        for (ApiObject apiObject : queries.list(bulkQuery(deviceType, requested))) {
            long id = apiObject.id().orElse(0);
            if (missing.remove(id))
                statuses.put(new DeviceId(deviceType, id), StatusMapper.toStatus(deviceType, apiObject));
            else foreignRows++;
        }
        if (foreignRows > 0)
            LOG.warn("{}: provider ignored the object filter, {} foreign rows dropped", deviceType, foreignRows);
        missing.forEach(id -> queries.findById(singleQuery(deviceType, id))
                .ifPresent(row -> statuses.put(new DeviceId(deviceType, id), StatusMapper.toStatus(deviceType, row))));
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
