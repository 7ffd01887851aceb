package dev.lifeline.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.lifeline.device.Device;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.testkit.JsonHttpClient;
import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that get other names while the bot remembers the old ones: what is found answers to what was typed now. */
class FreshDeviceNamesTest {

    private static final List<String> NAMES = List.of("tiny-01", "web-07", "web-08", "other-1");

    private final SettableClock clock = new SettableClock();
    private final JsonHttpClient http = new JsonHttpClient();
    private FakeSoftLayer classic;
    private ClassicAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        classic = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0));
        adapter = new ClassicAdapter(
                new ClassicAccount(
                        URI.create(classic.url() + "/rest/v3.1/"),
                        "lifeline",
                        "sandbox-lifeline-api-key",
                        Optional.empty()),
                ScriptedProvider.FAST_CONFIG,
                clock.ticker());
        adapter.devices().search("");
    }

    @AfterEach
    void close() {
        adapter.close();
        classic.close();
    }

    private void rename(long id, String hostname) {
        http.post(
                classic.url() + "/sandbox/happens",
                Map.of("device", Long.toString(id), "what", "is renamed", "to", hostname));
    }

    private long id(String hostname) {
        return StreamSupport.stream(http.get(classic.url() + "/sandbox/devices").spliterator(), false)
                .filter(row -> row.path("name").asText().equals(hostname))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private List<Long> found(String typed) {
        return adapter.devices().findExact(typed).stream()
                .map(device -> device.id().value())
                .toList();
    }

    @Test
    void a_device_that_was_renamed_is_not_found_by_its_old_name() {
        long tiny = id("tiny-01");
        rename(tiny, "tiny-02");

        assertThat(found("tiny-01")).isEmpty();
        assertThat(found("tiny-02")).containsExactly(tiny);
    }

    @Test
    void a_lookup_that_finds_the_list_wrong_puts_it_right() {
        long tiny = id("tiny-01");
        rename(tiny, "tiny-02");
        rename(id("web-08"), "tiny-01");
        found("tiny-01");

        assertThat(adapter.devices().search("tiny-02"))
                .extracting(device -> device.id().value())
                .containsExactly(tiny);
    }

    @Test
    void two_devices_that_exchanged_their_names_are_found_by_their_new_ones() {
        long tiny = id("tiny-01");
        long web = id("web-08");
        rename(tiny, "aside");
        rename(web, "tiny-01");
        rename(tiny, "web-08");

        assertThat(found("tiny-01")).containsExactly(web);
        assertThat(found("web-08.example.com")).containsExactly(tiny);
    }

    @Test
    void the_name_of_a_cancelled_device_finds_the_one_that_got_it() {
        http.post(classic.url() + "/sandbox/happens", Map.of("device", "tiny-01", "what", "is cancelled"));
        long web = id("web-08");
        rename(web, "tiny-01");

        assertThat(found("tiny-01")).containsExactly(web);
    }

    @Test
    void a_second_device_of_a_name_is_found_though_it_got_it_a_moment_ago() {
        long tiny = id("tiny-01");
        long web = id("web-08");
        long metal = id("db-01");
        rename(web, "tiny-01");
        rename(metal, "TINY-01");

        assertThat(found("tiny-01")).containsExactlyInAnyOrder(tiny, web, metal);
        assertThat(found("Tiny-01.example.com")).containsExactlyInAnyOrder(tiny, web, metal);
    }

    @Test
    void what_is_found_carries_the_name_that_the_device_has_now() {
        long tiny = id("tiny-01");
        rename(tiny, "tiny-02");

        assertThat(adapter.devices().findExact(Long.toString(tiny)))
                .extracting(device -> device.name().hostname())
                .containsExactly("tiny-02");
    }

    @Test
    void a_number_is_looked_for_as_an_id_and_as_a_name() {
        long tiny = id("tiny-01");
        long web = id("web-08");
        rename(web, Long.toString(tiny));

        assertThat(found(Long.toString(tiny))).containsExactlyInAnyOrder(tiny, web);
    }

    @Test
    void a_name_of_several_labels_is_found_however_old_the_list_is() {
        long tiny = id("tiny-01");
        rename(tiny, "tiny.site-2");
        clock.advance(Duration.ofMinutes(4));

        assertThat(found("tiny.site-2")).containsExactly(tiny);
        assertThat(found("tiny.site-2.example.com")).containsExactly(tiny);
        assertThat(found("tiny-01.example.com")).isEmpty();
    }

    @Test
    void a_second_device_whose_host_name_has_several_labels_is_found_though_it_got_it_a_moment_ago() {
        long tiny = id("tiny-01");
        long web = id("web-08");
        long metal = id("db-01");
        rename(tiny, "tiny.site-2");
        assertThat(found("tiny.site-2.example.com")).containsExactly(tiny);
        rename(web, "Tiny.Site-2");
        rename(metal, "tiny.site-2.example.com");

        assertThat(found("tiny.site-2")).containsExactlyInAnyOrder(tiny, web);
        assertThat(found("tiny.site-2.example.com")).containsExactlyInAnyOrder(tiny, web, metal);
    }

    @Test
    void a_device_whose_host_name_has_several_labels_is_found_by_its_full_name_beside_one_that_has_a_longer_domain() {
        long web = id("web-07");
        rename(id("tiny-01"), "web-07.example.com");

        assertThat(found("web-07.example.com")).hasSize(2).contains(web);
    }

    @Test
    void nothing_is_found_from_memory_while_the_provider_is_away() {
        http.post(classic.url() + "/sandbox/faults", Map.of("fault", "unauthorized"));

        assertThatThrownBy(() -> adapter.devices().findExact("tiny-01"))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void P9_text_that_no_device_can_be_called_is_not_sent_to_the_provider() {
        http.post(classic.url() + "/sandbox/faults", Map.of("fault", "unauthorized"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(found("~ .*")).isEmpty();
        assertThat(found("_= tiny-01")).isEmpty();
        assertThat(found("x".repeat(5_000))).isEmpty();
    }

    @Test
    void whatever_the_order_of_renames_every_device_found_answers_to_what_was_typed_and_none_is_left_out() {
        List<Long> ids = NAMES.stream().limit(3).map(this::id).toList();
        AtomicInteger several = new AtomicInteger();
        qt().withExamples(60)
                .forAll(lists().of(integers().between(0, 47)).ofSizeBetween(1, 8))
                .checkAssert(steps -> {
                    for (int step : steps) {
                        rename(ids.get(step % 3), NAMES.get(step / 3 % 4));
                        clock.advance(Duration.ofSeconds(step));
                        String typed = NAMES.get(step / 12);
                        List<Device> matches = adapter.devices().findExact(typed);
                        assertThat(matches)
                                .allMatch(device -> device.name().hostname().equals(typed));
                        assertThat(matches)
                                .extracting(device -> device.id().value())
                                .containsExactlyInAnyOrderElementsOf(idsNamed(typed));
                        if (matches.size() > 1) several.incrementAndGet();
                    }
                });
        assertThat(several).as("names of several devices, or nothing was tried").hasPositiveValue();
    }

    private List<Long> idsNamed(String hostname) {
        return StreamSupport.stream(http.get(classic.url() + "/sandbox/devices").spliterator(), false)
                .filter(row -> row.path("name").asText().equals(hostname))
                .map(row -> row.path("id").asLong())
                .toList();
    }
}
