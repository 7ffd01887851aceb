package dev.lifeline.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Devices that cannot be read are unknown, and the others of the list are read. */
class BulkStatusReaderTest extends ScriptedProviderTestBase {

    private static final Pattern ID = Pattern.compile("\\d+");
    private static final MockResponse INTERNAL_ERROR = ScriptedProvider.json(500, ScriptedProvider.INTERNAL_ERROR_BODY);

    private static Set<DeviceId> guests(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(DeviceId::virtualGuest).collect(Collectors.toSet());
    }

    /** Shows every device, but answers no question about these. */
    private void failWith(Long... unreadable) {
        provider.respond("getVirtualGuests", request -> {
            List<Long> ids = requestedIds(request);
            return List.of(unreadable).stream().anyMatch(ids::contains)
                    ? INTERNAL_ERROR
                    : ScriptedProvider.json(200, rows(ids));
        });
    }

    private static List<Long> requestedIds(RecordedRequest request) {
        return ID.matcher(ScriptedProvider.queryParameter(request, "objectFilter"))
                .results()
                .map(match -> Long.valueOf(match.group()))
                .toList();
    }

    private static String rows(List<Long> ids) {
        return ids.stream()
                .map(id -> "{\"id\":" + id + ",\"powerState\":{\"keyName\":\"RUNNING\"}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Set<DeviceId> unknown(Map<DeviceId, DeviceStatus> statuses) {
        return statuses.keySet().stream()
                .filter(id -> !statuses.get(id).isKnown())
                .collect(Collectors.toSet());
    }

    @Test
    void P10_one_device_that_makes_the_list_fail_is_the_only_one_unknown() {
        failWith(7L);

        Map<DeviceId, DeviceStatus> statuses = adapter.devices().readStatuses(guests(100));

        assertThat(statuses).hasSize(100);
        assertThat(unknown(statuses)).containsExactly(DeviceId.virtualGuest(7));
    }

    @Test
    void a_device_that_makes_one_list_fail_leaves_the_lists_of_the_others_alone() {
        failWith(150L);

        assertThat(unknown(adapter.devices().readStatuses(guests(250)))).containsExactly(DeviceId.virtualGuest(150));
    }

    @Test
    void a_device_that_made_the_list_fail_is_read_apart_the_next_time_and_with_the_others_once_it_can_be() {
        failWith(7L);
        adapter.devices().readStatuses(guests(100));
        provider.requests().clear();
        adapter.devices().readStatuses(guests(100));
        assertThat(provider.requests()).hasSizeLessThan(10);

        failWith();
        assertThat(unknown(adapter.devices().readStatuses(guests(100)))).isEmpty();
        provider.requests().clear();
        adapter.devices().readStatuses(guests(100));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_missing_device_whose_own_read_fails_is_unknown_and_not_missing() {
        provider.respond("getVirtualGuests", request -> ScriptedProvider.json(200, rows(List.of(2L))))
                .respond("getObject", INTERNAL_ERROR);

        Map<DeviceId, DeviceStatus> statuses = adapter.devices().readStatuses(guests(2));

        assertThat(statuses).hasSize(2);
        assertThat(unknown(statuses)).containsExactly(DeviceId.virtualGuest(1));
    }

    @Test
    void where_nothing_can_be_read_the_provider_is_unavailable_and_not_asked_for_each_device() {
        provider.respond("getVirtualGuests", INTERNAL_ERROR);

        assertThatThrownBy(() -> adapter.devices().readStatuses(guests(100)))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThat(provider.requests()).hasSizeLessThan(100);
    }
}
