package dev.lifeline.sandbox.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The provider's traps, numbered as in softlayer.md: each can be walked into here. */
class TrapsTest extends Workbench {

    private static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";
    private static final String WIN_03 = "SoftLayer_Virtual_Guest/104870133";
    private static final String DB_01 = "SoftLayer_Hardware_Server/2154871";
    private static final String USERS = "SoftLayer_User_Customer/";
    private static final long WINDOWS_ISO = 17912652;

    @Test
    void trap_1_a_plain_get_reboots_a_server() {
        assertThat(client.get(WEB_07 + "/rebootHard.json").json().asBoolean()).isTrue();
        clock.passSeconds(10);
        assertThat(client.get(WEB_07 + "/isPingable").json().asBoolean()).isFalse();
    }

    @Test
    void trap_2_absent_and_forbidden_look_the_same() {
        Client.Reply forbidden = client.as("bruno").get("SoftLayer_Virtual_Guest/104870102");
        Client.Reply absent = client.as("bruno").get("SoftLayer_Virtual_Guest/104870103");
        assertThat(forbidden.status()).isEqualTo(absent.status()).isEqualTo(404);
        assertThat(forbidden.error()).isEqualTo("Unable to find object with id of '104870102'.");
        assertThat(forbidden.code()).isEqualTo(absent.code());
    }

    @Test
    void trap_3_a_wrong_filter_returns_everything() {
        for (String filter : List.of(
                "{\"users\":{\"mail\":{\"operation\":\"_= asha@example.com\"}}}",
                "{\"user\":{\"email\":{\"operation\":\"_= asha@example.com\"}}}",
                "{\"users\":{\"email\":\"asha@example.com\"}}",
                "{\"users\":{\"email\":{\"operation\"",
                "nonsense"))
            assertThat(client.get("SoftLayer_Account/getUsers", Map.of("objectFilter", filter))
                            .json())
                    .hasSize(6);
    }

    @Test
    void trap_4_the_owner_has_an_empty_permission_list() {
        JsonNode owner = client.masked(
                        "SoftLayer_Account/getMasterUser", "mask[id,isMasterUserFlag,parentId,permissions]")
                .json();
        assertThat(owner.path("permissions")).isEmpty();
        assertThat(owner.path("isMasterUserFlag").asBoolean()).isTrue();
        assertThat(owner.has("parentId")).isFalse();
        assertThat(client.as("elena").get(WEB_07 + "/executeRescueLayer").json().asBoolean())
                .isTrue();
    }

    @Test
    void trap_5_an_empty_device_list_can_mean_full_access() {
        JsonNode asha = client.masked(USERS + "6120433", "mask[virtualGuests[id],hasFullVirtualGuestAccessFlag]")
                .json();
        assertThat(asha.path("virtualGuests")).isEmpty();
        assertThat(asha.path("hasFullVirtualGuestAccessFlag").asBoolean()).isTrue();
    }

    @Test
    void trap_8_the_username_is_not_the_email() {
        for (JsonNode user : client.masked("SoftLayer_Account/getUsers", "mask[username,email]")
                .json())
            assertThat(user.path("username").asText())
                    .isNotEqualTo(user.path("email").asText());
    }

    @Test
    void trap_9_no_active_transaction_right_after_the_call_is_not_done() {
        client.get(WEB_07 + "/executeRescueLayer");
        assertThat(state(WEB_07).has("activeTransaction")).isFalse();
        clock.passSeconds(7);
        assertThat(state(WEB_07).at("/activeTransaction/id"))
                .isEqualTo(state(WEB_07).at("/lastTransaction/id"));
    }

    @Test
    void trap_10_elapsed_seconds_count_from_the_last_change() {
        client.get(WEB_07 + "/executeRescueLayer");
        clock.passSeconds(6 + 60 + 30);
        JsonNode active = state(WEB_07).path("activeTransaction");
        assertThat(active.path("elapsedSeconds").asInt()).isEqualTo(30);
        assertThat(Duration.between(
                        OffsetDateTime.parse(active.path("createDate").asText()).toInstant(), clock.instant()))
                .hasSeconds(96);
    }

    @Test
    void trap_11_a_reclaimed_guest_keeps_its_transaction_for_ever() {
        clock.pass(Duration.ofDays(30));
        JsonNode busy = state("SoftLayer_Virtual_Guest/104870160");
        assertThat(busy.at("/activeTransaction/transactionStatus/name").asText())
                .isEqualTo("RECLAIM_WAIT");
        assertThat(client.get("SoftLayer_Virtual_Guest/104870160/executeRescueLayer")
                        .error())
                .isEqualTo("There is currently an outstanding transaction for this server.");
    }

    @Test
    void trap_12_hardware_has_no_power_state_and_needs_a_cast() {
        assertThat(client.masked(DB_01, "mask[powerState]").error())
                .isEqualTo("Property 'powerState' not valid for 'SoftLayer_Hardware_Server'.");
        assertThat(client.masked("SoftLayer_Account/getHardware", "mask[activeTransaction]")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void trap_13_bare_metal_refuses_commands_for_twenty_minutes_after_a_reboot() {
        assertThat(client.get(DB_01 + "/rebootDefault").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(19));
        assertThat(client.get(DB_01 + "/rebootHard").error()).contains("20 minutes");
        assertThat(client.get(DB_01 + "/powerOff").error()).contains("20 minutes");
        assertThat(client.get(DB_01 + "/bootToRescueLayer").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(20));
        assertThat(client.get(DB_01 + "/rebootDefault").status()).isEqualTo(200);
    }

    @Test
    void trap_14_the_environment_matters_only_where_no_system_is_installed() {
        client.post(DB_01 + "/bootToRescueLayer", "[\"WINDOWS\"]");
        client.post("SoftLayer_Hardware_Server/2155318/bootToRescueLayer", "[\"WINDOWS\"]");
        clock.pass(Duration.ofMinutes(11));
        assertThat(client.device("db-01").path("serving").asText()).isEqualTo("RESCUE_LINUX");
        assertThat(client.device("bare-09").path("serving").asText()).isEqualTo("RESCUE_WINDOWS");
    }

    @Test
    void trap_15_a_windows_guest_takes_the_image_and_windows_metal_the_rescue_layer() {
        client.post(WIN_03 + "/mountIsoImage", "[" + WINDOWS_ISO + "]");
        client.get("SoftLayer_Hardware_Server/2154902/bootToRescueLayer");
        clock.pass(Duration.ofMinutes(11));
        assertThat(client.device("win-03").path("serving").asText()).isEqualTo("RESCUE_WINDOWS");
        assertThat(client.device("winmetal-02").path("serving").asText()).isEqualTo("RESCUE_WINDOWS");
    }

    @Test
    void trap_16_a_template_group_id_is_no_disk_image_id() {
        Client.Reply reply = client.post(WIN_03 + "/mountIsoImage", "[1421242]");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("Unable to find object with id of '1421242'.");
    }

    @Test
    void trap_17_a_reboot_comes_back_to_the_image_until_it_is_unmounted() {
        client.post(WIN_03 + "/mountIsoImage", "[" + WINDOWS_ISO + "]");
        clock.pass(Duration.ofMinutes(5));
        client.get(WIN_03 + "/rebootDefault");
        clock.pass(Duration.ofMinutes(5));
        assertThat(client.device("win-03").path("inRescue").asBoolean()).isTrue();
        assertThat(client.get(WIN_03 + "/getIsoBootImage").json().path("id").asLong())
                .isEqualTo(WINDOWS_ISO);
        client.get(WIN_03 + "/unmountIsoImage");
        clock.pass(Duration.ofMinutes(5));
        assertThat(client.device("win-03").path("inRescue").asBoolean()).isFalse();
        assertThat(client.get(WIN_03 + "/getIsoBootImage").json().isNull()).isTrue();
    }

    @Test
    void trap_18_taking_permissions_needs_cascade_or_childless_users() {
        String chiara = USERS + "6120411/removeBulkPortalPermission";
        assertThat(client.post(chiara, "[[{\"keyName\":\"SERVER_RELOAD\"}],false]")
                        .status())
                .isEqualTo(500);
        assertThat(client.post(chiara, "[[{\"keyName\":\"SERVER_RELOAD\"}],true]")
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(client.get(USERS + "6120433/getPermissions").json().findValuesAsText("keyName"))
                .doesNotContain("SERVER_RELOAD");
    }

    @Test
    void trap_18_taking_devices_from_full_access_leaves_all_but_these() {
        client.post(USERS + "6120433/removeBulkHardwareAccess", "[[2154871]]");
        JsonNode asha = client.masked(USERS + "6120433", "mask[hardware[hostname],hasFullHardwareAccessFlag]")
                .json();
        assertThat(asha.path("hasFullHardwareAccessFlag").asBoolean()).isFalse();
        assertThat(asha.path("hardware").findValuesAsText("hostname"))
                .containsExactlyInAnyOrder("winmetal-02", "bare-09");
    }

    @Test
    void trap_19_bulk_methods_take_an_array_inside_the_array() {
        assertThat(client.post(USERS + "6120452/addBulkHardwareAccess", "[2154902]")
                        .status())
                .isEqualTo(500);
        assertThat(client.post(USERS + "6120452/addBulkHardwareAccess", "[[2154902]]")
                        .status())
                .isEqualTo(200);
        assertThat(client.post(USERS + "6120452/addHardwareAccess", "[2155318]").status())
                .isEqualTo(200);
    }

    @Test
    void trap_22_the_host_key_is_another_in_rescue() {
        String normal = client.device("web-07").path("hostKey").asText();
        client.get(WEB_07 + "/executeRescueLayer");
        clock.pass(Duration.ofMinutes(5));
        assertThat(client.device("web-07").path("hostKey").asText())
                .startsWith("SHA256:")
                .isNotEqualTo(normal);
    }

    @Test
    void trap_24_search_words_are_operators_and_results_are_the_callers() {
        String all = "[\"_objectType:SoftLayer_Hardware,SoftLayer_Virtual_Guest *0*\"]";
        assertThat(client.post("SoftLayer_Search/advancedSearch", all).json()).hasSize(9);
        assertThat(client.as("bruno")
                        .post("SoftLayer_Search/advancedSearch", all)
                        .json())
                .hasSize(2);
        assertThat(client.post("SoftLayer_Search/advancedSearch", "[\"*web* -hostname:web-07\"]")
                        .json())
                .hasSize(1);
        assertThat(client.post("SoftLayer_Search/advancedSearch", "[\"web\"]").json())
                .hasSize(2);
        assertThat(client.post("SoftLayer_Search/advancedSearch", "[\"we\"]").json())
                .isEmpty();
    }

    @Test
    void trap_25_dates_carry_the_offset_of_the_users_time_zone() {
        JsonNode guest = client.get(WEB_07).json();
        assertThat(guest.path("provisionDate").asText()).isEqualTo("2025-03-14T04:26:53-05:00");
    }

    @Test
    void trap_27_nobody_promises_an_order() {
        List<String> ids = client.masked("SoftLayer_Account/getVirtualGuests", "mask[id]")
                .json()
                .findValuesAsText("id");
        assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void trap_28_a_failed_token_exchange_is_a_500_that_stays() {
        client.sandbox("POST", "faults", "{\"fault\":\"token-exchange\"}");
        for (int again = 0; again < 3; again++)
            assertThat(client.get(WEB_07).error()).isEqualTo("Failed to exchange token (HTTP 500)");
    }

    @Test
    void trap_29_the_event_log_needs_a_permission_and_names_the_caller() {
        client.get(WEB_07 + "/rebootSoft");
        assertThat(client.as("asha").get("SoftLayer_Event_Log/getAllObjects").status())
                .isEqualTo(500);
        JsonNode event = client.get(
                        "SoftLayer_Event_Log/getAllObjects",
                        Map.of("objectFilter", "{\"objectId\":{\"operation\":104870101}}"))
                .json()
                .get(0);
        assertThat(event.path("username").asText()).isEqualTo("lifeline");
        assertThat(event.path("metaData").asText()).isEmpty();
    }

    @Test
    void trap_30_a_device_may_be_gone_between_two_polls() {
        client.get(WEB_07 + "/executeRescueLayer");
        client.sandbox("POST", "happens", "{\"device\":\"web-07\",\"what\":\"is cancelled\"}");
        assertThat(client.get(
                                "SoftLayer_Account/getVirtualGuests",
                                Map.of(
                                        "objectFilter",
                                        "{\"virtualGuests\":{\"id\":{\"operation\":\"in\",\"options\":[{\"name\":\"data\",\"value\":[104870101]}]}}}"))
                        .json())
                .isEmpty();
    }

    private JsonNode state(String device) {
        return client.masked(
                        device,
                        "mask[id,activeTransaction[id,createDate,elapsedSeconds,transactionStatus[name]],lastTransaction[id]]")
                .json();
    }
}
