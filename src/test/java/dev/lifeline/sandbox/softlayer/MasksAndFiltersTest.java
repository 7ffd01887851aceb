package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksAndFiltersTest {

    private static FakeSoftLayer softLayer;
    private static RestClient restClient;

    @BeforeAll
    static void start() throws IOException {
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withGeneratedDevices(200));
        restClient = RestClient.forBotUser(softLayer);
    }

    @AfterAll
    static void stop() {
        softLayer.close();
    }

    private static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";

    @Test
    void without_a_mask_only_local_properties_come() {
        JsonNode guest = restClient.get(WEB_07).json();
        assertThat(guest.path("hostname").asText()).isEqualTo("web-07");
        assertThat(guest.has("primaryIpAddress")).isFalse();
        assertThat(guest.has("datacenter")).isFalse();
    }

    @Test
    void naming_one_local_property_drops_the_others() {
        JsonNode guest =
                restClient.getWithMask(WEB_07, "mask[id,datacenter[name]]").json();
        assertThat(names(guest)).containsExactly("datacenter", "id");
        assertThat(names(guest.path("datacenter"))).containsExactly("name");
    }

    @Test
    void naming_relations_only_keeps_the_local_ones() {
        JsonNode guest = restClient.getWithMask(WEB_07, "mask[datacenter]").json();
        assertThat(names(guest)).contains("hostname", "id", "maxMemory", "datacenter");
        assertThat(names(guest.path("datacenter"))).contains("id", "longName", "name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mask[id,operatingSystem[softwareLicense[softwareDescription[name]]]]",
                "mask[id,operatingSystem.softwareLicense.softwareDescription.name]",
                "id,operatingSystem.softwareLicense[softwareDescription[name]]",
                "[mask[id],mask(SoftLayer_Virtual_Guest)[operatingSystem[softwareLicense.softwareDescription[name]]]]",
                "mask[ id , operatingSystem[ softwareLicense[ softwareDescription[ name ] ] ] ]"
            })
    void masks_may_be_written_in_many_ways(String mask) {
        JsonNode guest = restClient.getWithMask(WEB_07, mask).json();
        assertThat(names(guest)).containsExactly("id", "operatingSystem");
        assertThat(guest.at("/operatingSystem/softwareLicense/softwareDescription/name")
                        .asText())
                .isEqualTo("CentOS");
    }

    @Test
    void an_unknown_property_is_an_error_that_names_it() {
        RestClient.RestResponse restResponse = restClient.getWithMask(WEB_07, "mask[id,nonsense]");
        assertThat(restResponse.status()).isEqualTo(500);
        assertThat(restResponse.error()).isEqualTo("Property 'nonsense' not valid for 'SoftLayer_Virtual_Guest'.");
        assertThat(restClient
                        .getWithMask(WEB_07, "mask[id,datacenter[nonsense]]")
                        .error())
                .isEqualTo("Property 'nonsense' not valid for 'SoftLayer_Location'.");
    }

    @Test
    void properties_of_types_outside_the_schema_are_accepted() {
        JsonNode server = restClient
                .getWithMask(
                        "SoftLayer_Hardware_Server/2154871",
                        "mask[id,networkComponents[id,uplink[networkVlanTrunks[networkVlan]]],billingItem[id,package]]")
                .json();
        assertThat(names(server)).containsExactlyInAnyOrder("id", "networkComponents", "billingItem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask[id", "mask[id]]", "mask[,]", "mask(", "[mask[id]"})
    void a_broken_mask_is_an_error(String mask) {
        assertThat(restClient.getWithMask(WEB_07, mask).errorCode())
                .isEqualTo("SoftLayer_Exception_WebService_ObjectMask");
    }

    @Test
    void hardware_needs_the_cast_for_what_only_servers_have() {
        assertThat(restClient
                        .getWithMask("SoftLayer_Account/getHardware", "mask[id,activeTransaction[id]]")
                        .error())
                .isEqualTo("Property 'activeTransaction' not valid for 'SoftLayer_Hardware'.");
        JsonNode rows = restClient
                .getWithMask(
                        "SoftLayer_Account/getHardware",
                        "[mask[id,hardwareStatus[status],lastTransaction[id]],mask(SoftLayer_Hardware_Server)[isIpmiDisabled]]")
                .json();
        assertThat(rows)
                .allSatisfy(row -> assertThat(names(row))
                        .containsExactly("hardwareStatus", "id", "isIpmiDisabled", "lastTransaction"));
    }

    @Test
    void a_count_is_counted() {
        assertThat(restClient
                        .getWithMask(WEB_07, "mask[activeTransactionCount,blockDeviceCount]")
                        .json()
                        .path("blockDeviceCount")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "web-07 ; web-07",
                "^= web-0 ; web-07,web-08",
                "$= -07 ; web-07",
                "*= eb-0 ; web-07,web-08",
                "_= WEB-07 ; web-07",
                "~ ^w(eb|in)-0[378]$ ; web-07,web-08,win-03"
            })
    void operators_select_objects(String operation, String expected) {
        assertThat(hostnames(filter("{\"virtualGuests\":{\"hostname\":{\"operation\":\"" + operation + "\"}}}")))
                .containsExactlyInAnyOrder(expected.split(","));
    }

    @Test
    void in_takes_a_list_and_a_relation_may_be_walked() {
        assertThat(
                        hostnames(
                                filter(
                                        "{\"virtualGuests\":{\"id\":{\"operation\":\"in\",\"options\":[{\"name\":\"data\",\"value\":[104870101,104870133]}]}}}")))
                .containsExactlyInAnyOrder("web-07", "win-03");
        assertThat(restClient
                        .get(
                                "SoftLayer_Account/getHardware",
                                Map.of(
                                        "objectFilter",
                                        "{\"hardware\":{\"hostname\":{\"operation\":\"db-01\"},\"tagReferences\":{\"tag\":{\"name\":{\"operation\":\"in\",\"options\":[{\"name\":\"data\",\"value\":[\"prod\"]}]}}}}}"))
                        .json())
                .hasSize(1);
    }

    @Test
    void null_operators_test_for_presence() {
        RestClient.RestResponse without =
                filter("{\"virtualGuests\":{\"primaryIpAddress\":{\"operation\":\"is null\"}}}");
        RestClient.RestResponse with =
                filter("{\"virtualGuests\":{\"primaryIpAddress\":{\"operation\":\"not null\"}}}");
        assertThat(hostnames(without)).isNotEmpty().doesNotContain("web-07");
        assertThat(hostnames(with)).contains("web-07");
        assertThat(ids(with.json())).doesNotContainAnyElementsOf(ids(without.json()));
    }

    @Test
    void order_is_as_requested_and_limits_page_through_it() {
        String ordered =
                "{\"virtualGuests\":{\"id\":{\"operation\":\"orderBy\",\"options\":[{\"name\":\"sort\",\"value\":[\"DESC\"]}]}}}";
        List<Long> ids = ids(restClient
                .get("Account/VirtualGuests", Map.of("objectFilter", ordered))
                .json());
        assertThat(ids).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        RestClient.RestResponse page =
                restClient.get("Account/VirtualGuests", Map.of("objectFilter", ordered, "resultLimit", "10,5"));
        assertThat(ids(page.json())).isEqualTo(ids.subList(10, 15));
        assertThat(page.totalItems()).isEqualTo(Integer.toString(ids.size()));
    }

    private static RestClient.RestResponse filter(String filter) {
        return restClient.get("SoftLayer_Account/getVirtualGuests.json", Map.of("objectFilter", filter));
    }

    static List<String> hostnames(RestClient.RestResponse restResponse) {
        return restResponse.json().findValuesAsText("hostname");
    }

    private static List<Long> ids(JsonNode rows) {
        return rows.findValuesAsText("id").stream().map(Long::valueOf).toList();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
