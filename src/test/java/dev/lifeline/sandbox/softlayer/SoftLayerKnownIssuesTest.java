package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reproduces the provider's known issues, by their numbers (src/docs/platform/softlayer.md, section Known issues). */
class SoftLayerKnownIssuesTest extends FakeSoftLayerTestBase {

    private static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";
    private static final String WIN_03 = "SoftLayer_Virtual_Guest/104870133";
    private static final String DB_01 = "SoftLayer_Hardware_Server/2154871";
    private static final String USER_SERVICE = "SoftLayer_User_Customer/";
    private static final long WINDOWS_ISO_IMAGE_ID = 17912652;

    @Test
    void trap_1_a_plain_get_reboots_a_server() {
        assertThat(restClient.get(WEB_07 + "/rebootHard.json").json().asBoolean())
                .isTrue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(restClient.get(WEB_07 + "/isPingable").json().asBoolean()).isFalse();
    }

    @Test
    void trap_2_absent_and_forbidden_look_the_same() {
        RestClient.RestResponse forbidden = restClient.as("bruno").get("SoftLayer_Virtual_Guest/104870102");
        RestClient.RestResponse absent = restClient.as("bruno").get("SoftLayer_Virtual_Guest/104870103");
        assertThat(forbidden.status()).isEqualTo(absent.status()).isEqualTo(404);
        assertThat(forbidden.error()).isEqualTo("Unable to find object with id of '104870102'.");
        assertThat(forbidden.errorCode()).isEqualTo(absent.errorCode());
    }

    @Test
    void trap_3_a_wrong_filter_returns_everything() {
        for (String filter : List.of(
                "{\"users\":{\"mail\":{\"operation\":\"_= asha@example.com\"}}}",
                "{\"user\":{\"email\":{\"operation\":\"_= asha@example.com\"}}}",
                "{\"users\":{\"email\":\"asha@example.com\"}}",
                "{\"users\":{\"email\":{\"operation\"",
                "nonsense"))
            assertThat(restClient
                            .get("SoftLayer_Account/getUsers", Map.of("objectFilter", filter))
                            .json())
                    .hasSize(6);
    }

    @Test
    void trap_4_the_owner_has_an_empty_permission_list() {
        JsonNode owner = restClient
                .getWithMask("SoftLayer_Account/getMasterUser", "mask[id,isMasterUserFlag,parentId,permissions]")
                .json();
        assertThat(owner.path("permissions")).isEmpty();
        assertThat(owner.path("isMasterUserFlag").asBoolean()).isTrue();
        assertThat(owner.has("parentId")).isFalse();
        assertThat(restClient
                        .as("elena")
                        .get(WEB_07 + "/executeRescueLayer")
                        .json()
                        .asBoolean())
                .isTrue();
    }

    @Test
    void trap_5_an_empty_device_list_can_mean_full_access() {
        JsonNode asha = restClient
                .getWithMask(USER_SERVICE + "6120433", "mask[virtualGuests[id],hasFullVirtualGuestAccessFlag]")
                .json();
        assertThat(asha.path("virtualGuests")).isEmpty();
        assertThat(asha.path("hasFullVirtualGuestAccessFlag").asBoolean()).isTrue();
    }

    @Test
    void trap_8_the_username_is_not_the_email() {
        for (JsonNode user : restClient
                .getWithMask("SoftLayer_Account/getUsers", "mask[username,email]")
                .json())
            assertThat(user.path("username").asText())
                    .isNotEqualTo(user.path("email").asText());
    }

    @Test
    void trap_9_no_active_transaction_right_after_the_call_is_not_done() {
        restClient.get(WEB_07 + "/executeRescueLayer");
        assertThat(readState(WEB_07).has("activeTransaction")).isFalse();
        clock.advance(Duration.ofSeconds(7));
        assertThat(readState(WEB_07).at("/activeTransaction/id"))
                .isEqualTo(readState(WEB_07).at("/lastTransaction/id"));
    }

    @Test
    void trap_10_elapsed_seconds_count_from_the_last_change() {
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofSeconds(6 + 60 + 30));
        JsonNode active = readState(WEB_07).path("activeTransaction");
        assertThat(active.path("elapsedSeconds").asInt()).isEqualTo(30);
        assertThat(Duration.between(
                        OffsetDateTime.parse(active.path("createDate").asText()).toInstant(), clock.instant()))
                .hasSeconds(96);
    }

    @Test
    void trap_11_a_reclaimed_guest_keeps_its_transaction_for_ever() {
        clock.advance(Duration.ofDays(30));
        JsonNode busy = readState("SoftLayer_Virtual_Guest/104870160");
        assertThat(busy.at("/activeTransaction/transactionStatus/name").asText())
                .isEqualTo("RECLAIM_WAIT");
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/104870160/executeRescueLayer")
                        .error())
                .isEqualTo("There is currently an outstanding transaction for this server.");
    }

    @Test
    void trap_12_hardware_has_no_power_state_and_needs_a_cast() {
        assertThat(restClient.getWithMask(DB_01, "mask[powerState]").error())
                .isEqualTo("Property 'powerState' not valid for 'SoftLayer_Hardware_Server'.");
        assertThat(restClient
                        .getWithMask("SoftLayer_Account/getHardware", "mask[activeTransaction]")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void trap_13_bare_metal_refuses_commands_for_twenty_minutes_after_a_reboot() {
        assertThat(restClient.get(DB_01 + "/rebootDefault").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(19));
        assertThat(restClient.get(DB_01 + "/rebootHard").error()).contains("20 minutes");
        assertThat(restClient.get(DB_01 + "/powerOff").error()).contains("20 minutes");
        assertThat(restClient.get(DB_01 + "/bootToRescueLayer").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(20));
        assertThat(restClient.get(DB_01 + "/rebootDefault").status()).isEqualTo(200);
    }

    @Test
    void trap_14_the_environment_matters_only_where_no_system_is_installed() {
        restClient.post(DB_01 + "/bootToRescueLayer", "[\"WINDOWS\"]");
        restClient.post("SoftLayer_Hardware_Server/2155318/bootToRescueLayer", "[\"WINDOWS\"]");
        clock.advance(Duration.ofMinutes(11));
        assertThat(restClient.deviceState("db-01").path("serving").asText()).isEqualTo("RESCUE_LINUX");
        assertThat(restClient.deviceState("bare-09").path("serving").asText()).isEqualTo("RESCUE_WINDOWS");
    }

    @Test
    void trap_15_a_windows_guest_takes_the_image_and_windows_metal_the_rescue_layer() {
        restClient.post(WIN_03 + "/mountIsoImage", "[" + WINDOWS_ISO_IMAGE_ID + "]");
        restClient.get("SoftLayer_Hardware_Server/2154902/bootToRescueLayer");
        clock.advance(Duration.ofMinutes(11));
        assertThat(restClient.deviceState("win-03").path("serving").asText()).isEqualTo("RESCUE_WINDOWS");
        assertThat(restClient.deviceState("winmetal-02").path("serving").asText())
                .isEqualTo("RESCUE_WINDOWS");
    }

    @Test
    void trap_16_a_template_group_id_is_no_disk_image_id() {
        RestClient.RestResponse restResponse = restClient.post(WIN_03 + "/mountIsoImage", "[1421242]");
        assertThat(restResponse.status()).isEqualTo(404);
        assertThat(restResponse.error()).isEqualTo("Unable to find object with id of '1421242'.");
    }

    @Test
    void trap_17_a_reboot_comes_back_to_the_image_until_it_is_unmounted() {
        restClient.post(WIN_03 + "/mountIsoImage", "[" + WINDOWS_ISO_IMAGE_ID + "]");
        clock.advance(Duration.ofMinutes(5));
        restClient.get(WIN_03 + "/rebootDefault");
        clock.advance(Duration.ofMinutes(5));
        assertThat(restClient.deviceState("win-03").path("inRescue").asBoolean())
                .isTrue();
        assertThat(restClient.get(WIN_03 + "/getIsoBootImage").json().path("id").asLong())
                .isEqualTo(WINDOWS_ISO_IMAGE_ID);
        restClient.get(WIN_03 + "/unmountIsoImage");
        clock.advance(Duration.ofMinutes(5));
        assertThat(restClient.deviceState("win-03").path("inRescue").asBoolean())
                .isFalse();
        assertThat(restClient.get(WIN_03 + "/getIsoBootImage").json().isNull()).isTrue();
    }

    @Test
    void trap_18_removing_permissions_needs_cascade_or_users_without_children() {
        String chiara = USER_SERVICE + "6120411/removeBulkPortalPermission";
        assertThat(restClient
                        .post(chiara, "[[{\"keyName\":\"SERVER_RELOAD\"}],false]")
                        .status())
                .isEqualTo(500);
        assertThat(restClient
                        .post(chiara, "[[{\"keyName\":\"SERVER_RELOAD\"}],true]")
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(restClient
                        .get(USER_SERVICE + "6120433/getPermissions")
                        .json()
                        .findValuesAsText("keyName"))
                .doesNotContain("SERVER_RELOAD");
    }

    @Test
    void trap_18_removing_devices_from_full_access_leaves_all_but_these() {
        restClient.post(USER_SERVICE + "6120433/removeBulkHardwareAccess", "[[2154871]]");
        JsonNode asha = restClient
                .getWithMask(USER_SERVICE + "6120433", "mask[hardware[hostname],hasFullHardwareAccessFlag]")
                .json();
        assertThat(asha.path("hasFullHardwareAccessFlag").asBoolean()).isFalse();
        assertThat(asha.path("hardware").findValuesAsText("hostname"))
                .containsExactlyInAnyOrder("winmetal-02", "bare-09");
    }

    @Test
    void trap_19_bulk_methods_take_an_array_inside_the_array() {
        assertThat(restClient
                        .post(USER_SERVICE + "6120452/addBulkHardwareAccess", "[2154902]")
                        .status())
                .isEqualTo(500);
        assertThat(restClient
                        .post(USER_SERVICE + "6120452/addBulkHardwareAccess", "[[2154902]]")
                        .status())
                .isEqualTo(200);
        assertThat(restClient
                        .post(USER_SERVICE + "6120452/addHardwareAccess", "[2155318]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void trap_22_the_host_key_is_another_in_rescue() {
        String normal = restClient.deviceState("web-07").path("hostKey").asText();
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofMinutes(5));
        assertThat(restClient.deviceState("web-07").path("hostKey").asText())
                .startsWith("SHA256:")
                .isNotEqualTo(normal);
    }

    @Test
    void trap_24_search_words_are_operators_and_results_are_the_callers() {
        String all = "[\"_objectType:SoftLayer_Hardware,SoftLayer_Virtual_Guest *0*\"]";
        assertThat(restClient.post("SoftLayer_Search/advancedSearch", all).json())
                .hasSize(9);
        assertThat(restClient
                        .as("bruno")
                        .post("SoftLayer_Search/advancedSearch", all)
                        .json())
                .hasSize(2);
        assertThat(restClient
                        .post("SoftLayer_Search/advancedSearch", "[\"*web* -hostname:web-07\"]")
                        .json())
                .hasSize(1);
        assertThat(restClient
                        .post("SoftLayer_Search/advancedSearch", "[\"web\"]")
                        .json())
                .hasSize(2);
        assertThat(restClient
                        .post("SoftLayer_Search/advancedSearch", "[\"we\"]")
                        .json())
                .isEmpty();
    }

    @Test
    void trap_25_dates_carry_the_offset_of_the_users_time_zone() {
        JsonNode guest = restClient.get(WEB_07).json();
        assertThat(guest.path("provisionDate").asText()).isEqualTo("2025-03-14T04:26:53-05:00");
    }

    @Test
    void trap_27_no_order_is_guaranteed() {
        List<String> ids = restClient
                .getWithMask("SoftLayer_Account/getVirtualGuests", "mask[id]")
                .json()
                .findValuesAsText("id");
        assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void trap_28_a_failed_token_exchange_is_a_permanent_500() {
        restClient.controlCall("POST", "faults", "{\"fault\":\"token-exchange\"}");
        for (int again = 0; again < 3; again++)
            assertThat(restClient.get(WEB_07).error()).isEqualTo("Failed to exchange token (HTTP 500)");
    }

    @Test
    void trap_29_the_event_log_needs_a_permission_and_names_the_caller() {
        restClient.get(WEB_07 + "/rebootSoft");
        assertThat(restClient
                        .as("asha")
                        .get("SoftLayer_Event_Log/getAllObjects")
                        .status())
                .isEqualTo(500);
        JsonNode event = restClient
                .get(
                        "SoftLayer_Event_Log/getAllObjects",
                        Map.of("objectFilter", "{\"objectId\":{\"operation\":104870101}}"))
                .json()
                .get(0);
        assertThat(event.path("username").asText()).isEqualTo("lifeline");
        assertThat(event.path("metaData").asText()).isEmpty();
    }

    @Test
    void trap_30_a_device_may_be_gone_between_two_polls() {
        restClient.get(WEB_07 + "/executeRescueLayer");
        restClient.controlCall("POST", "happens", "{\"device\":\"web-07\",\"what\":\"is cancelled\"}");
        assertThat(restClient
                        .get(
                                "SoftLayer_Account/getVirtualGuests",
                                Map.of(
                                        "objectFilter",
                                        "{\"virtualGuests\":{\"id\":{\"operation\":\"in\",\"options\":[{\"name\":\"data\",\"value\":[104870101]}]}}}"))
                        .json())
                .isEmpty();
    }

    private JsonNode readState(String device) {
        return restClient
                .getWithMask(
                        device,
                        "mask[id,activeTransaction[id,createDate,elapsedSeconds,transactionStatus[name]],lastTransaction[id]]")
                .json();
    }
}
