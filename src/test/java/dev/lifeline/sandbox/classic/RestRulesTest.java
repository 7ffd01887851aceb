package dev.lifeline.sandbox.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, verbs, credentials and the record of calls (softlayer.md 1). */
class RestRulesTest extends Workbench {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SoftLayer_Virtual_Guest/104870101/getObject.json",
                "SoftLayer_Virtual_Guest/104870101/getObject",
                "SoftLayer_Virtual_Guest/104870101.json",
                "SoftLayer_Virtual_Guest/104870101",
                "SoftLayer_Virtual_Guest/104870101/getObject.json?objectMask=mask%5Bhostname%5D",
                "Virtual_Guest/104870101/Object.json"
            })
    void one_object_has_many_addresses(String path) {
        assertThat(client.get(path).json().path("hostname").asText()).isEqualTo("web-07");
    }

    @Test
    void a_device_has_a_global_identifier_too() {
        String global = client.masked("SoftLayer_Virtual_Guest/104870101", "mask[globalIdentifier]")
                .json()
                .path("globalIdentifier")
                .asText();
        assertThat(client.get("SoftLayer_Virtual_Guest/" + global)
                        .json()
                        .path("hostname")
                        .asText())
                .isEqualTo("web-07");
    }

    @Test
    void scalars_may_come_in_the_path_or_in_the_body() {
        String address = client.device("db-01").path("address").asText();
        assertThat(client.get("SoftLayer_Hardware_Server/findByIpAddress/" + address + ".json")
                        .json()
                        .path("hostname")
                        .asText())
                .isEqualTo("db-01");
        assertThat(client.post("SoftLayer_Hardware_Server/findByIpAddress", "[\"" + address + "\"]")
                        .json()
                        .path("hostname")
                        .asText())
                .isEqualTo("db-01");
    }

    @Test
    void an_address_nobody_has_is_null_and_a_bad_one_an_error() {
        assertThat(client.post("SoftLayer_Virtual_Guest/findByIpAddress", "[\"9.9.9.9\"]")
                        .json()
                        .isNull())
                .isTrue();
        assertThat(client.post("SoftLayer_Virtual_Guest/findByIpAddress", "[\"999.1\"]")
                        .error())
                .isEqualTo("Invalid IP address of 999.1");
    }

    @Test
    void a_body_on_get_is_ignored() {
        Client.Reply reply = client.send(
                "GET",
                "/rest/v3.1/SoftLayer_Hardware_Server/2155318/bootToRescueLayer",
                "{\"parameters\":[\"NONSENSE\"]}");
        assertThat(reply.json().asBoolean()).isTrue();
    }

    @Test
    void a_null_parameter_is_none() {
        assertThat(client.post("SoftLayer_Hardware_Server/2154871/bootToRescueLayer", "[null]")
                        .json()
                        .asBoolean())
                .isTrue();
    }

    @Test
    void scalars_are_answered_bare() {
        assertThat(client.get("SoftLayer_Hardware_Server/2154871/getServerPowerState")
                        .response()
                        .body())
                .isEqualTo("\"on\"");
        assertThat(client.get("SoftLayer_Virtual_Guest/104870101/isPingable")
                        .response()
                        .body())
                .isEqualTo("true");
        assertThat(client.get("SoftLayer_Virtual_Guest/104870101/getPrimaryIpAddress")
                        .json()
                        .asText())
                .startsWith("127.");
    }

    @Test
    void methods_and_services_that_do_not_exist_are_refused() {
        assertThat(client.get("SoftLayer_Virtual_Guest/104870101/fly").error())
                .isEqualTo("Function (\"fly\") is not a valid method for this service");
        assertThat(client.get("SoftLayer_Teapot/getObject").error()).contains("SoftLayer_Teapot");
        assertThat(client.get("SoftLayer_Virtual_Guest/getObject").error())
                .startsWith("Object does not exist to execute method on.");
    }

    @Test
    void wrong_credentials_are_denied() {
        assertThat(client.with("").get("SoftLayer_Account").status()).isEqualTo(401);
        Client.Reply wrong = client.with(Client.basic("lifeline", "guess")).get("SoftLayer_Account");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error()).isEqualTo("Access Denied. ");
        assertThat(client.with(Client.basic("asha@example.com", "sandbox-asha-api-key"))
                        .get("SoftLayer_Account")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_iam_key_is_taken_with_the_name_apikey() {
        assertThat(client.with(Client.basic("apikey", "sandbox-lifeline-iam-key"))
                        .get("SoftLayer_Account/getCurrentUser")
                        .json()
                        .path("username")
                        .asText())
                .isEqualTo("lifeline");
    }

    @Test
    void a_token_lives_an_hour_and_then_is_a_500() {
        JsonNode token = client.send(
                        "POST",
                        "/identity/token",
                        "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=sandbox-lifeline-iam-key")
                .json();
        assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
        Client bearer = client.with("Bearer " + token.path("access_token").asText());
        assertThat(bearer.get("SoftLayer_Account/getCurrentUser").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(61));
        Client.Reply expired = bearer.get("SoftLayer_Account/getCurrentUser");
        assertThat(expired.status()).isEqualTo(500);
        assertThat(expired.code()).isEqualTo("SoftLayer_Exception_Account_Authentication_AccessTokenValidation");
    }

    @Test
    void a_disabled_user_is_denied_and_shows_it() {
        client.sandbox("POST", "happens", "{\"person\":\"asha\",\"what\":\"is disabled\"}");
        assertThat(client.as("asha").get("SoftLayer_Account").status()).isEqualTo(401);
        assertThat(client.masked("SoftLayer_User_Customer/6120433", "mask[userStatus[keyName]]")
                        .json()
                        .at("/userStatus/keyName")
                        .asText())
                .isEqualTo("DISABLED");
    }

    @Test
    void an_alternate_master_looks_ordinary_but_for_a_flag() {
        client.sandbox("POST", "happens", "{\"person\":\"dario\",\"what\":\"is like a master\"}");
        JsonNode dario = client.masked(
                        "SoftLayer_User_Customer/6120498",
                        "mask[isMasterUserFlag,permissionCheckLikeMasterUserFlag,permissions]")
                .json();
        assertThat(dario.path("isMasterUserFlag").asBoolean()).isFalse();
        assertThat(dario.path("permissionCheckLikeMasterUserFlag").asInt()).isEqualTo(1);
        assertThat(dario.path("permissions")).hasSize(2);
        assertThat(client.as("dario")
                        .get("SoftLayer_Virtual_Guest/104870101/executeRescueLayer")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void calls_are_told_in_order_with_everything_asked() {
        client.get("Account/Hardware.json", Map.of("objectMask", "mask[id]", "resultLimit", "0,2"));
        client.post("SoftLayer_Virtual_Guest/104870133/mountIsoImage", "[17912652]");
        client.get("SoftLayer_Virtual_Guest/1");
        JsonNode calls = client.sandbox("GET", "calls", "").json();
        assertThat(calls.findValuesAsText("method"))
                .containsExactly(
                        "SoftLayer_Account::getHardware",
                        "SoftLayer_Virtual_Guest::mountIsoImage",
                        "SoftLayer_Virtual_Guest::getObject");
        assertThat(calls.get(0).path("mask").asText()).isEqualTo("mask[id]");
        assertThat(calls.get(0).path("limit").asText()).isEqualTo("0,2");
        assertThat(calls.get(1).path("parameters").toString()).isEqualTo("[17912652]");
        assertThat(calls.get(1).path("id").asLong()).isEqualTo(104870133);
        assertThat(calls.get(1).path("verb").asText()).isEqualTo("POST");
        assertThat(calls.get(2).path("status").asInt()).isEqualTo(404);
        assertThat(calls.get(2).path("error").asText()).contains("Unable to find object");
        client.sandbox("DELETE", "calls", "");
        assertThat(client.sandbox("GET", "calls", "").json()).isEmpty();
    }

    @Test
    void core_os_and_power_follow_the_rules() {
        assertThat(client.get("SoftLayer_Virtual_Guest/104870188/executeRescueLayer")
                        .status())
                .isEqualTo(500);
        client.get("SoftLayer_Virtual_Guest/104870101/powerOff");
        assertThat(client.device("web-07").path("power").asText()).isEqualTo("HALTED");
        client.get("SoftLayer_Virtual_Guest/104870101/powerOn");
        clock.pass(Duration.ofMinutes(2));
        assertThat(client.device("web-07").path("serving").asText()).isEqualTo("INSTALLED");
        client.get("SoftLayer_Virtual_Guest/104870101/pause");
        assertThat(client.get("SoftLayer_Virtual_Guest/104870101/executeRescueLayer")
                        .error())
                .contains("paused");
        assertThat(client.get("SoftLayer_Virtual_Guest/104870101/resume").status())
                .isEqualTo(200);
    }

    @Test
    void bare_metal_without_a_system_has_no_credentials() {
        JsonNode bare = client.masked(
                        "SoftLayer_Hardware_Server/2155318", "mask[id,operatingSystem[passwords],softwareComponents]")
                .json();
        assertThat(bare.has("operatingSystem")).isFalse();
        assertThat(bare.path("softwareComponents")).isEmpty();
    }

    @Test
    void a_device_out_of_reach_is_not_found_but_by_the_owner() {
        client.sandbox("POST", "happens", "{\"device\":\"web-07\",\"what\":\"loses access\"}");
        assertThat(client.get("SoftLayer_Virtual_Guest/104870101").status()).isEqualTo(404);
        assertThat(client.as("elena").get("SoftLayer_Virtual_Guest/104870101").status())
                .isEqualTo(200);
    }

    @Test
    void events_are_chosen_by_device_and_date() {
        client.get("SoftLayer_Virtual_Guest/104870101/rebootSoft");
        client.get("SoftLayer_Virtual_Guest/104870102/rebootSoft");
        assertThat(events("2026-01-01T00:00:00.0000-06:00")).hasSize(1);
        assertThat(events("2026-12-01T00:00:00.0000-06:00")).isEmpty();
    }

    private JsonNode events(String after) {
        String filter =
                "{\"objectId\":{\"operation\":104870101},\"objectName\":{\"operation\":\"CCI\"},\"eventCreateDate\":"
                        + "{\"operation\":\"greaterThanDate\",\"options\":[{\"name\":\"date\",\"value\":[\"" + after
                        + "\"]}]}}";
        return client.get("SoftLayer_Event_Log/getAllObjects", Map.of("objectFilter", filter, "resultLimit", "0,50"))
                .json();
    }

    @Test
    void a_port_in_use_is_named() {
        int port = Integer.parseInt(classic.url().replaceAll(".*:", ""));
        assertThatThrownBy(() -> PretendClassic.start(ClassicOptions.onPort(port)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(port));
        assertThatThrownBy(() -> PretendClassic.start(ClassicOptions.onPort(0).withSshPort(classic.sshPort())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(classic.sshPort()));
    }
}
