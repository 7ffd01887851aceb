package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the fake SoftLayer are injected on request, and only as requested. */
class SoftLayerFaultsTest extends FaultInjectionTestBase {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rate-limit; 500; SoftLayer_Exception_WebService_RateLimitExceeded",
                "internal-error-200; 200; SoftLayer_Exception_Public",
                "internal-error-500; 500; SoftLayer_Exception_Public",
                "not-found; 404; SoftLayer_Exception_ObjectNotFound",
                "permission-denied; 500; SoftLayer_Exception_Public",
                "not-ready; 500; SoftLayer_Exception_NotReady",
                "expired-token; 500; SoftLayer_Exception_Account_Authentication_AccessTokenValidation",
                "unauthorized; 401; SoftLayer_Exception_Public",
                "token-exchange; 500; SoftLayer_Exception_Public"
            })
    void errors_are_injected_as_often_as_requested(String fault, int status, String code) {
        injectFault("{\"fault\":\"" + fault + "\",\"times\":1}");
        RestClient.RestResponse response = restClient.get(WEB_07);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.errorCode()).isEqualTo(code);
        assertThat(restClient.get(WEB_07).json().path("hostname").asText()).isEqualTo("web-07");
    }

    @Test
    void commit_then_drop_carries_the_call_out_and_cuts_the_connection() {
        injectFault("{\"fault\":\"commit-then-drop\",\"times\":1}");
        assertThat(restClient.get(WEB_07).status()).isEqualTo(200);
        assertThatThrownBy(this::launchWithoutRetry).isInstanceOf(IOException.class);
        clock.advance(Duration.ofSeconds(10));
        assertThat(restClient.deviceState("web-07").path("transaction").isObject())
                .isTrue();
        JsonNode calls = restClient.controlCall("GET", "calls", "").json();
        assertThat(calls.findValuesAsText("method"))
                .containsExactly("SoftLayer_Virtual_Guest::getObject", "SoftLayer_Virtual_Guest::executeRescueLayer");
        assertThat(calls.get(1).path("status").asInt()).isZero();
    }

    @Test
    void drop_before_does_nothing() {
        injectFault("{\"fault\":\"drop-before\",\"method\":\"SoftLayer_Virtual_Guest::executeRescueLayer\"}");
        assertThatThrownBy(this::launchWithoutRetry).isInstanceOf(IOException.class);
        clock.advance(Duration.ofSeconds(10));
        assertThat(restClient.deviceState("web-07").path("transaction").isNull())
                .isTrue();
    }

    @Test
    void a_stuck_transaction_never_ends() {
        injectFault("{\"fault\":\"stuck-transaction\",\"times\":1}");
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofSeconds(100_000));
        assertThat(restClient.deviceState("web-07").at("/transaction/status").asText())
                .isEqualTo("POWER_OFF");
    }

    @Test
    void a_transaction_may_never_start() {
        injectFault("{\"fault\":\"transaction-never-starts\",\"times\":1}");
        assertThat(restClient.get(WEB_07 + "/executeRescueLayer").json().asBoolean())
                .isTrue();
        clock.advance(Duration.ofSeconds(600));
        assertThat(restClient.deviceState("web-07").path("transaction").isNull())
                .isTrue();
        assertThat(restClient.deviceState("web-07").path("inRescue").asBoolean())
                .isFalse();
    }

    @Test
    void a_transaction_may_vanish() {
        injectFault("{\"fault\":\"vanished-transaction\",\"times\":1}");
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofSeconds(8));
        assertThat(restClient.deviceState("web-07").path("transaction").isObject())
                .isTrue();
        clock.advance(Duration.ofSeconds(60));
        assertThat(restClient.deviceState("web-07").path("transaction").isNull())
                .isTrue();
        assertThat(restClient.deviceState("web-07").path("inRescue").asBoolean())
                .isFalse();
    }

    @Test
    void a_device_may_vanish_and_come_back() {
        injectFault("{\"fault\":\"vanished-device\",\"device\":\"web-07\"}");
        assertThat(restClient.get(WEB_07).status()).isEqualTo(404);
        assertThat(restClient.get("SoftLayer_Account/getVirtualGuests").json()).hasSize(5);
        restClient.controlCall("DELETE", "faults", "");
        assertThat(restClient.get(WEB_07).status()).isEqualTo(200);
    }

    @Test
    void bodies_can_be_malformed() {
        injectFault("{\"fault\":\"not-json\",\"times\":1}");
        assertThat(restClient.get(WEB_07).response().body()).startsWith("<html>");
        injectFault("{\"fault\":\"empty-body\",\"times\":1}");
        assertThat(restClient.get(WEB_07).response().body()).isEmpty();
        injectFault("{\"fault\":\"cut-off-json\",\"times\":1}");
        assertThat(restClient.get(WEB_07).response().body()).startsWith("{").doesNotEndWith("}");
        injectFault("{\"fault\":\"gateway-502-html\",\"times\":1}");
        assertThat(restClient.get(WEB_07).status()).isEqualTo(502);
        injectFault("{\"fault\":\"504\",\"times\":1}");
        assertThat(restClient.get(WEB_07).status()).isEqualTo(504);
    }

    @Test
    void a_huge_body_is_two_hundred_megabytes() throws Exception {
        injectFault("{\"fault\":\"huge-body\",\"times\":1}");
        HttpRequest request = HttpRequest.newBuilder(URI.create(softLayer.url() + "/rest/v3.1/" + WEB_07))
                .header("Authorization", RestClient.basic("lifeline", "sandbox-lifeline-api-key"))
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.skip(200L * 1024 * 1024)).isEqualTo(200L * 1024 * 1024);
        }
    }

    @Test
    void a_never_ending_body_never_ends() throws Exception {
        injectFault("{\"fault\":\"never-ending-body\",\"times\":1}");
        HttpRequest request = HttpRequest.newBuilder(URI.create(softLayer.url() + "/rest/v3.1/" + WEB_07))
                .header("Authorization", RestClient.basic("lifeline", "sandbox-lifeline-api-key"))
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(4)).containsExactly('[', ' ', ' ', ' ');
        }
    }

    @Test
    void relations_may_be_missing_and_lists_unwrapped() {
        injectFault("{\"fault\":\"missing-relations\",\"times\":1}");
        assertThat(restClient
                        .getWithMask(WEB_07, "mask[id,primaryIpAddress]")
                        .json()
                        .has("primaryIpAddress"))
                .isFalse();
        injectFault(
                "{\"fault\":\"single-object-for-list\",\"times\":1,\"method\":\"SoftLayer_Virtual_Guest::getTagReferences\"}");
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/104870101/getTagReferences")
                        .json()
                        .isArray())
                .isTrue();
        injectFault("{\"fault\":\"single-object-for-list\",\"times\":1}");
        assertThat(restClient
                        .get("SoftLayer_Hardware_Server/2154871/getTagReferences")
                        .json()
                        .isObject())
                .isTrue();
    }

    @Test
    void a_fault_can_be_limited_to_a_method_a_device_and_a_time() {
        injectFault("{\"fault\":\"rate-limit\",\"method\":\"SoftLayer_Account::getHardware\",\"for\":30}");
        assertThat(restClient.get("SoftLayer_Account/getVirtualGuests").status())
                .isEqualTo(200);
        assertThat(restClient.get("Account/Hardware.json").status()).isEqualTo(500);
        assertThat(restClient.controlCall("GET", "faults", "").json()).hasSize(1);
        clock.advance(Duration.ofSeconds(31));
        assertThat(restClient.get("Account/Hardware.json").status()).isEqualTo(200);
        injectFault("{\"fault\":\"outstanding-transaction\",\"device\":\"web-08\"}");
        assertThat(restClient.get(WEB_07 + "/executeRescueLayer").status()).isEqualTo(200);
        assertThat(restClient
                        .get("SoftLayer_Virtual_Guest/104870102/executeRescueLayer")
                        .error())
                .isEqualTo("There is currently an outstanding transaction for this server.");
    }

    @Test
    void an_unknown_fault_is_answered_with_the_known_ones() {
        RestClient.RestResponse restResponse = restClient.controlCall("POST", "faults", "{\"fault\":\"gremlins\"}");
        assertThat(restResponse.status()).isEqualTo(400);
        assertThat(restResponse.json().path("faults").toString()).contains("rate-limit", "commit-then-drop", "504");
    }

    @Test
    void a_device_may_lose_its_credentials() {
        String mask = "mask[operatingSystem[passwords[username]]]";
        assertThat(restClient.getWithMask(WEB_07, mask).json().at("/operatingSystem/passwords"))
                .hasSize(1);
        restClient.controlCall("POST", "happens", "{\"device\":\"web-07\",\"what\":\"loses its credentials\"}");
        assertThat(restClient.getWithMask(WEB_07, mask).json().at("/operatingSystem/passwords"))
                .isEmpty();
    }
}
