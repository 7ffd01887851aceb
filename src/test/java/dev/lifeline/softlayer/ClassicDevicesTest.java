package dev.lifeline.softlayer;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lifeline.device.Device;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding devices in the cached inventory. */
class ClassicDevicesTest {

    private static final String GUEST_ROWS = """
            {"id":101,"hostname":"web-07","domain":"example.com","fullyQualifiedDomainName":"web-07.example.com",
             "primaryIpAddress":"192.0.2.7","primaryBackendIpAddress":"10.0.0.7","maxMemory":8192,
             "datacenter":{"name":"dal13"},"tagReferences":[{"tag":{"name":"Prod"}}],
             "operatingSystem":{"softwareLicense":{"softwareDescription":
               {"manufacturer":"Canonical","name":"Ubuntu","version":"22.04-64","referenceCode":"UBUNTU_22_64"}}}}""";
    private static final String HARDWARE_ROWS = """
            {"id":201,"hostname":"db-01","domain":"example.com","primaryIpAddress":"192.0.2.51","isIpmiDisabled":true}""";

    private final SettableClock clock = new SettableClock();
    private ScriptedProvider provider;
    private ClassicAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider();
        provider.respond("getVirtualGuests", "[" + GUEST_ROWS + "]").respond("getHardware", "[" + HARDWARE_ROWS + "]");
        adapter = provider.newAdapter(clock);
    }

    @AfterEach
    void close() {
        adapter.close();
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-07", "WEB-07", " web-07 ", "web-07.example.com", "192.0.2.7", "10.0.0.7", "101"})
    void a_device_is_named_by_its_name_its_address_or_its_number(String typed) {
        assertThat(adapter.devices().findExact(typed)).extracting(Device::id).hasToString("[virtual_guest:101]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "web", "web-0", "*", "web-07*", "\"web-07\"", "_objectType:SoftLayer_Hardware", "0"})
    void what_is_not_exactly_it_names_nothing(String typed) {
        assertThat(adapter.devices().findExact(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EB-0", "prod", "0.0.7", "10", "example.com"})
    void a_search_finds_any_part(String text) {
        assertThat(adapter.devices().search(text))
                .extracting(device -> device.name().hostname())
                .contains("web-07");
    }

    @Test
    void an_empty_search_finds_all_by_name() {
        assertThat(adapter.devices().search(""))
                .extracting(device -> device.name().fqdn())
                .containsExactly("db-01.example.com", "web-07.example.com");
    }

    @Test
    void a_search_takes_any_text_and_asks_nobody() {
        adapter.devices().search("");
        int requestCount = provider.requests().size();

        assertThat(adapter.devices().search("&& _sort:[" + "x".repeat(10_000))).isEmpty();
        assertThat(adapter.devices().search("web-07\n192.0.2.7")).isEmpty();
        assertThat(provider.requests()).hasSize(requestCount);
    }

    @Test
    void what_is_known_of_a_device_is_read() {
        Device web = adapter.devices().findExact("web-07").get(0);

        assertThat(web).isInstanceOf(Device.VirtualGuest.class);
        assertThat(web.operatingSystem().description()).isEqualTo("Ubuntu 22.04-64");
        assertThat(web.datacenter()).isEqualTo("dal13");
        assertThat(web.tags()).containsExactly("Prod");
        assertThat(((Device.VirtualGuest) web).memoryMegabytes()).isEqualTo(8192);
        assertThat(((Device.Hardware) adapter.devices().findExact("db-01").get(0)).remoteManagementDisabled())
                .isTrue();
    }

    @Test
    void a_new_device_is_found_at_once_while_the_list_is_young() {
        adapter.devices().search("");
        provider.respond(
                "getVirtualGuests", "[" + GUEST_ROWS.replace("101", "102").replace("web-07", "new-01") + "]");

        assertThat(adapter.devices().findExact("new-01")).hasSize(1);
        assertThat(fullLists()).isEqualTo(1);
    }

    /** How often all guests were listed, whatever their names. */
    private long fullLists() {
        return provider.requestsTo("getVirtualGuests").stream()
                .map(request -> ScriptedProvider.queryParameter(request, "objectFilter"))
                .filter(filter -> !filter.contains("_= ") && !filter.contains("\"in\""))
                .count();
    }

    @Test
    void an_address_that_moved_to_another_device_finds_that_one() {
        adapter.devices().search("");
        provider.respond(
                "getVirtualGuests",
                "[" + GUEST_ROWS.replace("192.0.2.7", "192.0.2.99") + ","
                        + GUEST_ROWS.replace("101", "102").replace("web-07", "new-01") + "]");

        assertThat(adapter.devices().findExact("192.0.2.7"))
                .extracting(Device::id)
                .hasToString("[virtual_guest:102]");
    }

    @Test
    void concurrent_misses_cause_one_refresh() throws Exception {
        adapter.devices().search("");
        clock.advance(Duration.ofSeconds(16));
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            executor.invokeAll(Collections.nCopies(50, () -> adapter.devices().findExact("nowhere")));
        } finally {
            executor.shutdownNow();
        }
        assertThat(fullLists()).isEqualTo(2);
    }

    @Test
    void an_expired_inventory_is_refreshed_in_the_background() {
        adapter.devices().search("");
        provider.respond("getVirtualGuests", "[" + GUEST_ROWS.replace("web-07", "new-01") + "]");
        CountDownLatch release = provider.holdResponses("getVirtualGuests");
        clock.advance(Duration.ofMinutes(4));

        assertThat(adapter.devices().search("web-07")).hasSize(1);
        release.countDown();
        await().untilAsserted(
                        () -> assertThat(adapter.devices().search("new-01")).hasSize(1));
    }

    @Test
    void no_device_is_reported_missing_while_the_provider_is_unavailable() {
        adapter.devices().search("");
        provider.respond("getVirtualGuests", error(401, "SoftLayer_Exception_Public", "Access Denied. "));
        clock.advance(Duration.ofSeconds(16));

        assertThatThrownBy(() -> adapter.devices().findExact("new-01"))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThatThrownBy(() -> adapter.devices().findExact("web-07"))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThat(adapter.devices().search("web-07")).hasSize(1);
    }

    @Test
    void rows_that_lack_half_of_everything_are_no_reason_to_fail() {
        provider.respond("getVirtualGuests", """
                        [{"id":1},{"hostname":"no-id"},{"id":"x"},{"id":-3},null,7,
                         {"id":2,"fullyQualifiedDomainName":"a.b.c","datacenter":null,"tagReferences":{"tag":{"name":"solo"}}},
                         {"id":3,"hostname":"win","operatingSystemReferenceCode":"WIN_2019-STD_64","maxMemory":-1}]""").respond("getHardware", HARDWARE_ROWS);

        assertThat(adapter.devices().search(""))
                .extracting(device ->
                        device.name().fqdn() + " " + device.operatingSystem().family() + " " + device.tags())
                .containsExactly("1 NONE []", "a.b.c NONE [solo]", "db-01.example.com NONE []", "win WINDOWS []");
    }

    @Test
    void an_account_that_looks_empty_is_looked_at_again() {
        provider.respond("getVirtualGuests", "[]", "[" + GUEST_ROWS + "]").respond("getHardware", "null");

        assertThat(adapter.devices().search("web")).isEmpty();
        clock.advance(Duration.ofSeconds(16));
        assertThat(adapter.devices().search("web")).hasSize(1);
    }
}
