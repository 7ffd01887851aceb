package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An account of a hundred thousand devices is usable. */
class LargeAccountTest {

    private static final int DEVICE_COUNT = 100_000;

    private static FakeSoftLayer softLayer;
    private static RestClient restClient;

    @BeforeAll
    static void start() throws IOException {
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withGeneratedDevices(DEVICE_COUNT));
        restClient = RestClient.forBotUser(softLayer);
    }

    @AfterAll
    static void stop() {
        softLayer.close();
    }

    @Test
    void ordered_pages_contain_every_device_once() {
        Set<String> ids = new HashSet<>();
        int total = 0;
        for (int offset = 0; offset == 0 || offset < total; offset += 20_000) {
            RestClient.RestResponse page = restClient.get(
                    "SoftLayer_Account/getVirtualGuests",
                    Map.of(
                            "objectMask", "mask[id,hostname,powerState[keyName]]",
                            "objectFilter",
                                    "{\"virtualGuests\":{\"id\":{\"operation\":\"orderBy\",\"options\":[{\"name\":\"sort\",\"value\":[\"ASC\"]}]}}}",
                            "resultLimit", offset + ",20000"));
            total = Integer.parseInt(page.totalItems());
            for (JsonNode row : page.json())
                assertThat(ids.add(row.path("id").asText())).isTrue();
        }
        assertThat(ids).hasSize(total);
        assertThat(total).isBetween(DEVICE_COUNT / 2, DEVICE_COUNT);
    }

    @Test
    void a_device_is_found_by_name_by_address_and_by_search() {
        JsonNode found = restClient
                .get(
                        "SoftLayer_Account/getVirtualGuests",
                        Map.of(
                                "objectFilter", "{\"virtualGuests\":{\"hostname\":{\"operation\":\"web-07\"}}}",
                                "objectMask", "mask[id,primaryIpAddress]"))
                .json();
        assertThat(found).hasSize(1);
        String address = found.get(0).path("primaryIpAddress").asText();
        assertThat(restClient
                        .post("SoftLayer_Virtual_Guest/findByIpAddress", "[\"" + address + "\"]")
                        .json()
                        .path("hostname")
                        .asText())
                .isEqualTo("web-07");
        assertThat(restClient
                        .post("SoftLayer_Search/advancedSearch?resultLimit=0,25", "[\"*web-0*\"]")
                        .json())
                .hasSize(2);
    }

    @Test
    void some_records_lack_fields() {
        JsonNode rows = restClient
                .get(
                        "SoftLayer_Account/getHardware",
                        Map.of("objectMask", "mask[id,primaryIpAddress,operatingSystem]", "resultLimit", "0,500"))
                .json();
        assertThat(rows).anyMatch(row -> !row.has("primaryIpAddress")).anyMatch(row -> !row.has("operatingSystem"));
    }
}
