package dev.lifeline.softlayer;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists whose read is cut off between two pages. */
class InterruptedListTest {

    private static final MockResponse CUT_OFF = error(401, "SoftLayer_Exception_Public", "Access Denied. ");

    private final SettableClock clock = new SettableClock();
    private ScriptedProvider provider;
    private ClassicAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider();
        provider.respond("getHardware", "[]");
        adapter = provider.newAdapter(clock);
    }

    @AfterEach
    void close() {
        adapter.close();
        provider.close();
    }

    private int knownDeviceCount() {
        return adapter.devices().search("").size();
    }

    private void assertCutOff() {
        assertThatThrownBy(this::knownDeviceCount).isInstanceOf(ProviderUnavailableException.class);
    }

    private List<String> requestedLimits() {
        return provider.requestsTo("getVirtualGuests").stream()
                .map(request -> ScriptedProvider.queryParameter(request, "resultLimit"))
                .toList();
    }

    private static MockResponse rows(int from, int to) {
        return json(
                200,
                IntStream.rangeClosed(from, to)
                        .mapToObj(id -> "{\"id\":" + id + "}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void a_list_that_a_limit_cut_off_began_at_its_first_page_each_time_and_never_ended() {
        provider.respond("getVirtualGuests", rows(1, 500), CUT_OFF, CUT_OFF, rows(500, 999), CUT_OFF, rows(999, 1010));
        assertCutOff();
        assertCutOff();
        assertCutOff();

        assertThat(knownDeviceCount()).isEqualTo(1010);
        assertThat(requestedLimits()).containsExactly("0,500", "500,500", "499,500", "499,500", "999,500", "998,500");
    }

    @Test
    void a_list_that_changed_before_the_page_it_was_cut_off_at_is_read_anew() {
        provider.respond("getVirtualGuests", rows(1, 500), CUT_OFF, rows(501, 1000), rows(2, 501), rows(502, 510));
        assertCutOff();

        assertThat(knownDeviceCount()).isEqualTo(509);
        assertThat(requestedLimits()).containsExactly("0,500", "500,500", "499,500", "0,500", "500,500");
    }

    @Test
    void pages_that_were_read_long_ago_are_not_kept() {
        provider.respond("getVirtualGuests", rows(1, 500), CUT_OFF, rows(1, 10));
        assertCutOff();
        clock.advance(Duration.ofMinutes(11));

        assertThat(knownDeviceCount()).isEqualTo(10);
        assertThat(requestedLimits()).containsExactly("0,500", "500,500", "0,500");
    }

    @Test
    void the_guests_were_read_again_because_the_hardware_could_not_be() {
        provider.respond("getVirtualGuests", rows(1, 10));
        provider.respond("getHardware", CUT_OFF, rows(11, 12));
        assertCutOff();

        assertThat(knownDeviceCount()).isEqualTo(12);
        assertThat(requestedLimits()).containsExactly("0,500");
    }
}
