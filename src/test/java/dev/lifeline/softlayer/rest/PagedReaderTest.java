package dev.lifeline.softlayer.rest;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.ScriptedProvider;
import dev.lifeline.softlayer.ScriptedProviderTestBase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of more devices than one page holds. */
class PagedReaderTest extends ScriptedProviderTestBase {

    @BeforeEach
    void noHardware() {
        provider.respond("getHardware", "[]");
    }

    private int knownDeviceCount() {
        return adapter.devices().search("").size();
    }

    private List<String> requestedLimits() {
        return provider.requestsTo("getVirtualGuests").stream()
                .map(request -> ScriptedProvider.queryParameter(request, "resultLimit"))
                .toList();
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static MockResponse pageOf(int total, String rows) {
        return json(200, rows)
                .newBuilder()
                .setHeader("SoftLayer-Total-Items", total)
                .build();
    }

    @Test
    void every_page_is_read_in_order_and_each_device_once() {
        provider.respond("getVirtualGuests", rows(1, 500), rows(500, 999), rows(1000, 1010));

        assertThat(knownDeviceCount()).isEqualTo(1010);
        assertThat(requestedLimits()).containsExactly("0,500", "500,500", "1000,500");
        assertThat(provider.requestsTo("getVirtualGuests"))
                .extracting(request -> ScriptedProvider.queryParameter(request, "objectFilter"))
                .allMatch(filter -> filter.contains("orderBy"));
    }

    @Test
    void a_provider_that_ignores_the_limit_does_not_keep_us_for_ever() {
        provider.respond("getVirtualGuests", rows(1, 700));

        assertThat(knownDeviceCount()).isEqualTo(700);
        assertThat(requestedLimits()).hasSize(2);
    }

    @Test
    void a_provider_that_gives_fewer_than_asked_for_loses_no_device() {
        provider.respond("getVirtualGuests", pageOf(300, rows(1, 200)), pageOf(300, rows(201, 300)));

        assertThat(knownDeviceCount()).isEqualTo(300);
        assertThat(requestedLimits()).containsExactly("0,500", "200,500");
    }

    @Test
    void what_is_too_much_at_once_is_asked_for_in_smaller_pages_from_there() {
        MockResponse tooMuch = error(200, "SoftLayer_Exception_Public", "Internal Error");
        provider.respond(
                "getVirtualGuests",
                json(200, rows(1, 500)),
                tooMuch,
                tooMuch,
                tooMuch,
                tooMuch,
                json(200, rows(501, 600)),
                json(200, rows(601, 610)));

        assertThat(knownDeviceCount()).isEqualTo(610);
        assertThat(requestedLimits()).endsWith("500,500", "500,100", "600,100");
    }

    @Test
    void what_would_be_refused_in_small_pages_too_is_not_asked_again() {
        provider.respond("getVirtualGuests", error(401, "SoftLayer_Exception_Public", "Access Denied. "));

        assertThatThrownBy(this::knownDeviceCount).isInstanceOf(ProviderUnavailableException.class);
        assertThat(requestedLimits()).containsExactly("0,500");
    }

    @Test
    void a_list_that_does_not_end_is_no_list() {
        provider.respond("getVirtualGuests", rows(1, 200_000), rows(200_001, 400_000), rows(400_001, 600_000));

        assertThatThrownBy(this::knownDeviceCount)
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("does not end");
    }
}
