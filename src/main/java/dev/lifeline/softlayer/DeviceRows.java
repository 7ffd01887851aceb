package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.PagedReader;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How the devices of one type are listed.
 *
 * @param relation name by which filters start
 */
record DeviceRows(DeviceType deviceType, QueryMethod queryMethod, String relation) {

    /** One device has some 600 bytes of JSON here, so a page stays below 400 kB. */
    private static final int PAGE_SIZE = 500;

    static DeviceRows of(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST
                ? new DeviceRows(deviceType, QueryMethod.LIST_GUESTS, "virtualGuests")
                : new DeviceRows(deviceType, QueryMethod.LIST_HARDWARE, "hardware");
    }

    /**
     * The devices that pass a filter, and possibly others: the provider ignores a filter that it does not accept.
     *
     * @param filter from the relation to an object filter
     */
    List<Device> list(QueryClient queries, UnaryOperator<String> filter) {
        return reader(queries, filter, Ticker.systemTicker()).readAll().rows();
    }

    /**
     * A reader of the devices that pass a filter, and possibly others: the provider ignores a filter that it does not accept.
     *
     * @param filter from the relation to an object filter
     */
    PagedReader<Device> reader(QueryClient queries, UnaryOperator<String> filter, Ticker ticker) {
        return new PagedReader<>(
                queries,
                ApiQuery.of(queryMethod).withFilter(filter.apply(relation)),
                PAGE_SIZE,
                apiObject -> DeviceMapper.toDevice(deviceType, apiObject).stream(),
                ticker);
    }
}
