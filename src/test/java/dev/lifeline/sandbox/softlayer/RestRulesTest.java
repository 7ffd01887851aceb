package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paths, HTTP methods, credentials and the call log (src/docs/platform/softlayer.md, section Transport, authentication,
 * errors).
 */
class RestRulesTest extends FakeSoftLayerTestBase {

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
        assertThat(restClient.get(path).json().path("hostname").asText()).isEqualTo("web-07");
    }

    @Test
    void a_device_has_a_global_identifier_too() {
        String global = restClient
                .getWithMask("SoftLayer_Virtual_Guest/104870101", "mask[globalIdentifier]")
                .json()
                .path("globalIdentifier")
                .asText();
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/" + global)
                        .json()
                        .path("hostname")
                        .asText())
                .isEqualTo("web-07");
    }

    @Test
    void scalars_may_come_in_the_path_or_in_the_body() {
        String address = restClient.deviceState("db-01").path("address").asText();
        assertThat(restClient
                        .get("SoftLayer_Hardware_Server/findByIpAddress/" + address + ".json")
                        .json()
                        .path("hostname")
                        .asText())
                .isEqualTo("db-01");
        assertThat(restClient
                        .post("SoftLayer_Hardware_Server/findByIpAddress", "[\"" + address + "\"]")
                        .json()
                        .path("hostname")
                        .asText())
                .isEqualTo("db-01");
    }

    @Test
    void an_unknown_address_is_null_and_an_invalid_one_an_error() {
        assertThat(restClient
                        .post("SoftLayer_Virtual_Guest/findByIpAddress", "[\"9.9.9.9\"]")
                        .json()
                        .isNull())
                .isTrue();
        assertThat(restClient
                        .post("SoftLayer_Virtual_Guest/findByIpAddress", "[\"999.1\"]")
                        .error())
                .isEqualTo("Invalid IP address of 999.1");
    }

    @Test
    void a_body_on_get_is_ignored() {
        RestClient.RestResponse restResponse = restClient.send(
                "GET",
                "/rest/v3.1/SoftLayer_Hardware_Server/2155318/bootToRescueLayer",
                "{\"parameters\":[\"NONSENSE\"]}");
        assertThat(restResponse.json().asBoolean()).isTrue();
    }

    @Test
    void a_null_parameter_is_none() {
        assertThat(restClient
                        .post("SoftLayer_Hardware_Server/2154871/bootToRescueLayer", "[null]")
                        .json()
                        .asBoolean())
                .isTrue();
    }

    @Test
    void scalars_are_returned_bare() {
        assertThat(restClient
                        .get("SoftLayer_Hardware_Server/2154871/getServerPowerState")
                        .response()
                        .body())
                .isEqualTo("\"on\"");
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/104870101/isPingable")
                        .response()
                        .body())
                .isEqualTo("true");
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/104870101/getPrimaryIpAddress")
                        .json()
                        .asText())
                .startsWith("127.");
    }

    @Test
    void methods_and_services_that_do_not_exist_are_refused() {
        assertThat(restClient.get("SoftLayer_Virtual_Guest/104870101/fly").error())
                .isEqualTo("Function (\"fly\") is not a valid method for this service");
        assertThat(restClient.get("SoftLayer_Teapot/getObject").error()).contains("SoftLayer_Teapot");
        assertThat(restClient.get("SoftLayer_Virtual_Guest/getObject").error())
                .startsWith("Object does not exist to execute method on.");
    }

    @Test
    void wrong_credentials_are_denied() {
        assertThat(restClient.withAuthorization("").get("SoftLayer_Account").status())
                .isEqualTo(401);
        RestClient.RestResponse wrong = restClient
                .withAuthorization(RestClient.basic("lifeline", "guess"))
                .get("SoftLayer_Account");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error()).isEqualTo("Access Denied. ");
        assertThat(restClient
                        .withAuthorization(RestClient.basic("asha@example.com", "sandbox-asha-api-key"))
                        .get("SoftLayer_Account")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_iam_key_is_accepted_with_the_user_name_apikey() {
        assertThat(restClient
                        .withAuthorization(RestClient.basic("apikey", "sandbox-lifeline-iam-key"))
                        .get("SoftLayer_Account/getCurrentUser")
                        .json()
                        .path("username")
                        .asText())
                .isEqualTo("lifeline");
    }

    @Test
    void a_token_is_valid_for_an_hour_and_then_answered_with_500() {
        JsonNode token = restClient
                .send(
                        "POST",
                        "/identity/token",
                        "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=sandbox-lifeline-iam-key")
                .json();
        assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
        RestClient bearer = restClient.withAuthorization(
                "Bearer " + token.path("access_token").asText());
        assertThat(bearer.get("SoftLayer_Account/getCurrentUser").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(61));
        RestClient.RestResponse expired = bearer.get("SoftLayer_Account/getCurrentUser");
        assertThat(expired.status()).isEqualTo(500);
        assertThat(expired.errorCode()).isEqualTo("SoftLayer_Exception_Account_Authentication_AccessTokenValidation");
    }

    @Test
    void a_disabled_user_is_denied_and_shows_it() {
        restClient.controlCall("POST", "happens", "{\"person\":\"asha\",\"what\":\"is disabled\"}");
        assertThat(restClient.as("asha").get("SoftLayer_Account").status()).isEqualTo(401);
        assertThat(restClient
                        .getWithMask("SoftLayer_User_Customer/6120433", "mask[userStatus[keyName]]")
                        .json()
                        .at("/userStatus/keyName")
                        .asText())
                .isEqualTo("DISABLED");
    }

    @Test
    void an_alternate_master_looks_ordinary_but_for_a_flag() {
        restClient.controlCall("POST", "happens", "{\"person\":\"dario\",\"what\":\"is like a master\"}");
        JsonNode dario = restClient
                .getWithMask(
                        "SoftLayer_User_Customer/6120498",
                        "mask[isMasterUserFlag,permissionCheckLikeMasterUserFlag,permissions]")
                .json();
        assertThat(dario.path("isMasterUserFlag").asBoolean()).isFalse();
        assertThat(dario.path("permissionCheckLikeMasterUserFlag").asInt()).isEqualTo(1);
        assertThat(dario.path("permissions")).hasSize(2);
        assertThat(restClient
                        .as("dario")
                        .get("SoftLayer_Virtual_Guest/104870101/executeRescueLayer")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void calls_are_logged_in_order_with_all_parameters() {
        restClient.get("Account/Hardware.json", Map.of("objectMask", "mask[id]", "resultLimit", "0,2"));
        restClient.post("SoftLayer_Virtual_Guest/104870133/mountIsoImage", "[17912652]");
        restClient.get("SoftLayer_Virtual_Guest/1");
        JsonNode calls = restClient.controlCall("GET", "calls", "").json();
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
        restClient.controlCall("DELETE", "calls", "");
        assertThat(restClient.controlCall("GET", "calls", "").json()).isEmpty();
    }

    @Test
    void core_os_and_power_follow_the_rules() {
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/104870188/executeRescueLayer")
                        .status())
                .isEqualTo(500);
        restClient.get("SoftLayer_Virtual_Guest/104870101/powerOff");
        assertThat(restClient.deviceState("web-07").path("power").asText()).isEqualTo("HALTED");
        restClient.get("SoftLayer_Virtual_Guest/104870101/powerOn");
        clock.advance(Duration.ofMinutes(2));
        assertThat(restClient.deviceState("web-07").path("serving").asText()).isEqualTo("INSTALLED");
        restClient.get("SoftLayer_Virtual_Guest/104870101/pause");
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/104870101/executeRescueLayer")
                        .error())
                .contains("paused");
        assertThat(restClient.get("SoftLayer_Virtual_Guest/104870101/resume").status())
                .isEqualTo(200);
    }

    @Test
    void bare_metal_without_a_system_has_no_credentials() {
        JsonNode bare = restClient
                .getWithMask(
                        "SoftLayer_Hardware_Server/2155318", "mask[id,operatingSystem[passwords],softwareComponents]")
                .json();
        assertThat(bare.has("operatingSystem")).isFalse();
        assertThat(bare.path("softwareComponents")).isEmpty();
    }

    @Test
    void a_device_without_access_is_found_by_the_master_user_only() {
        restClient.controlCall("POST", "happens", "{\"device\":\"web-07\",\"what\":\"loses access\"}");
        assertThat(restClient.get("SoftLayer_Virtual_Guest/104870101").status()).isEqualTo(404);
        assertThat(restClient
                        .as("elena")
                        .get("SoftLayer_Virtual_Guest/104870101")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void events_are_filtered_by_device_and_date() {
        restClient.get("SoftLayer_Virtual_Guest/104870101/rebootSoft");
        restClient.get("SoftLayer_Virtual_Guest/104870102/rebootSoft");
        assertThat(eventsAfter("2026-01-01T00:00:00.0000-06:00")).hasSize(1);
        assertThat(eventsAfter("2026-12-01T00:00:00.0000-06:00")).isEmpty();
    }

    private JsonNode eventsAfter(String after) {
        String filter =
                "{\"objectId\":{\"operation\":104870101},\"objectName\":{\"operation\":\"CCI\"},\"eventCreateDate\":"
                        + "{\"operation\":\"greaterThanDate\",\"options\":[{\"name\":\"date\",\"value\":[\"" + after
                        + "\"]}]}}";
        return restClient
                .get("SoftLayer_Event_Log/getAllObjects", Map.of("objectFilter", filter, "resultLimit", "0,50"))
                .json();
    }

    @Test
    void a_port_in_use_is_named() {
        int port = Integer.parseInt(softLayer.url().replaceAll(".*:", ""));
        assertThatThrownBy(() -> FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(port)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(port));
        assertThatThrownBy(() -> FakeSoftLayer.start(
                        FakeSoftLayerOptions.defaultsOnPort(0).withSshPort(softLayer.sshPort())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(softLayer.sshPort()));
    }
}
