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
 * How are many devices, in few calls? Two calls look at up to a hundred of each kind (softlayer.md 2.4). A filter that the provider does
 * not like is ignored and answers with the whole account, so every row has to be one that was asked for; and a row that is missing is
 * asked for by itself, because "missing" ends a rescue.
 */
final class BulkStatusReader {

    private static final Logger LOG = LoggerFactory.getLogger(BulkStatusReader.class);
    /** As many ids as keep the address under some 8 kB. */
    private static final int MAX_IDS_PER_CALL = 100;

    private final QueryClient queries;

    BulkStatusReader(QueryClient queries) {
        this.queries = queries;
    }

    Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        Map<DeviceId, DeviceStatus> seen = new HashMap<>();
        for (DeviceType deviceType : DeviceType.values()) {
            List<Long> ofKind = ids.stream()
                    .filter(id -> id.type() == deviceType)
                    .map(DeviceId::value)
                    .sorted()
                    .toList();
            for (int from = 0; from < ofKind.size(); from += MAX_IDS_PER_CALL)
                readStatuses(deviceType, ofKind.subList(from, Math.min(from + MAX_IDS_PER_CALL, ofKind.size())), seen);
        }
        return seen;
    }

    private void readStatuses(DeviceType deviceType, List<Long> wanted, Map<DeviceId, DeviceStatus> seen) {
        Set<Long> missing = new LinkedHashSet<>(wanted);
        int strangers = 0;
        for (ApiObject apiObject : queries.list(bulkQuery(deviceType, wanted))) {
            long id = apiObject.id().orElse(0);
            if (missing.remove(id))
                seen.put(new DeviceId(deviceType, id), StatusMapper.toStatus(deviceType, apiObject));
            else strangers++;
        }
        if (strangers > 0) LOG.warn("{}: {} rows were not asked for, the filter does not hold", deviceType, strangers);
        missing.forEach(id -> queries.findById(singleQuery(deviceType, id))
                .ifPresent(row -> seen.put(new DeviceId(deviceType, id), StatusMapper.toStatus(deviceType, row))));
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
