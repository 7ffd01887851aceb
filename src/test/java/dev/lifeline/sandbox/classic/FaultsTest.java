package dev.lifeline.sandbox.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pretend Classic misbehaves on request, and only as asked. */
class FaultsTest extends TroubledWorkbench {

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
    void refusals_strike_as_often_as_asked(String fault, int status, String code) {
        fault("{\"fault\":\"" + fault + "\",\"times\":1}");
        Client.Reply struck = client.get(WEB_07);
        assertThat(struck.status()).isEqualTo(status);
        assertThat(struck.code()).isEqualTo(code);
        assertThat(client.get(WEB_07).json().path("hostname").asText()).isEqualTo("web-07");
    }

    @Test
    void commit_then_drop_does_it_and_cuts_the_connection() {
        fault("{\"fault\":\"commit-then-drop\",\"times\":1}");
        assertThat(client.get(WEB_07).status()).isEqualTo(200);
        assertThatThrownBy(this::launchOnce).isInstanceOf(IOException.class);
        clock.passSeconds(10);
        assertThat(client.device("web-07").path("transaction").isObject()).isTrue();
        JsonNode calls = client.sandbox("GET", "calls", "").json();
        assertThat(calls.findValuesAsText("method"))
                .containsExactly("SoftLayer_Virtual_Guest::getObject", "SoftLayer_Virtual_Guest::executeRescueLayer");
        assertThat(calls.get(1).path("status").asInt()).isZero();
    }

    @Test
    void drop_before_does_nothing() {
        fault("{\"fault\":\"drop-before\",\"method\":\"SoftLayer_Virtual_Guest::executeRescueLayer\"}");
        assertThatThrownBy(this::launchOnce).isInstanceOf(IOException.class);
        clock.passSeconds(10);
        assertThat(client.device("web-07").path("transaction").isNull()).isTrue();
    }

    @Test
    void a_stuck_transaction_never_ends() {
        fault("{\"fault\":\"stuck-transaction\",\"times\":1}");
        client.get(WEB_07 + "/executeRescueLayer");
        clock.passSeconds(100_000);
        assertThat(client.device("web-07").at("/transaction/status").asText()).isEqualTo("POWER_OFF");
    }

    @Test
    void a_transaction_may_never_start() {
        fault("{\"fault\":\"transaction-never-starts\",\"times\":1}");
        assertThat(client.get(WEB_07 + "/executeRescueLayer").json().asBoolean())
                .isTrue();
        clock.passSeconds(600);
        assertThat(client.device("web-07").path("transaction").isNull()).isTrue();
        assertThat(client.device("web-07").path("inRescue").asBoolean()).isFalse();
    }

    @Test
    void a_transaction_may_vanish() {
        fault("{\"fault\":\"vanished-transaction\",\"times\":1}");
        client.get(WEB_07 + "/executeRescueLayer");
        clock.passSeconds(8);
        assertThat(client.device("web-07").path("transaction").isObject()).isTrue();
        clock.passSeconds(60);
        assertThat(client.device("web-07").path("transaction").isNull()).isTrue();
        assertThat(client.device("web-07").path("inRescue").asBoolean()).isFalse();
    }

    @Test
    void a_device_may_vanish_and_come_back() {
        fault("{\"fault\":\"vanished-device\",\"device\":\"web-07\"}");
        assertThat(client.get(WEB_07).status()).isEqualTo(404);
        assertThat(client.get("SoftLayer_Account/getVirtualGuests").json()).hasSize(5);
        client.sandbox("DELETE", "faults", "");
        assertThat(client.get(WEB_07).status()).isEqualTo(200);
    }

    @Test
    void bodies_may_be_broken() {
        fault("{\"fault\":\"not-json\",\"times\":1}");
        assertThat(client.get(WEB_07).response().body()).startsWith("<html>");
        fault("{\"fault\":\"empty-body\",\"times\":1}");
        assertThat(client.get(WEB_07).response().body()).isEmpty();
        fault("{\"fault\":\"cut-off-json\",\"times\":1}");
        assertThat(client.get(WEB_07).response().body()).startsWith("{").doesNotEndWith("}");
        fault("{\"fault\":\"gateway-502-html\",\"times\":1}");
        assertThat(client.get(WEB_07).status()).isEqualTo(502);
        fault("{\"fault\":\"504\",\"times\":1}");
        assertThat(client.get(WEB_07).status()).isEqualTo(504);
    }

    @Test
    void a_huge_body_is_two_hundred_megabytes() throws Exception {
        fault("{\"fault\":\"huge-body\",\"times\":1}");
        HttpRequest request = HttpRequest.newBuilder(URI.create(classic.url() + "/rest/v3.1/" + WEB_07))
                .header("Authorization", Client.basic("lifeline", "sandbox-lifeline-api-key"))
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.skip(200L * 1024 * 1024)).isEqualTo(200L * 1024 * 1024);
        }
    }

    @Test
    void a_never_ending_body_never_ends() throws Exception {
        fault("{\"fault\":\"never-ending-body\",\"times\":1}");
        HttpRequest request = HttpRequest.newBuilder(URI.create(classic.url() + "/rest/v3.1/" + WEB_07))
                .header("Authorization", Client.basic("lifeline", "sandbox-lifeline-api-key"))
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(4)).containsExactly('[', ' ', ' ', ' ');
        }
    }

    @Test
    void relations_may_be_missing_and_lists_unwrapped() {
        fault("{\"fault\":\"missing-relations\",\"times\":1}");
        assertThat(client.masked(WEB_07, "mask[id,primaryIpAddress]").json().has("primaryIpAddress"))
                .isFalse();
        fault(
                "{\"fault\":\"single-object-for-list\",\"times\":1,\"method\":\"SoftLayer_Virtual_Guest::getTagReferences\"}");
        assertThat(client.get("SoftLayer_Virtual_Guest/104870101/getTagReferences")
                        .json()
                        .isArray())
                .isTrue();
        fault("{\"fault\":\"single-object-for-list\",\"times\":1}");
        assertThat(client.get("SoftLayer_Hardware_Server/2154871/getTagReferences")
                        .json()
                        .isObject())
                .isTrue();
    }

    @Test
    void a_fault_may_be_for_one_method_one_device_and_a_while() {
        fault("{\"fault\":\"rate-limit\",\"method\":\"SoftLayer_Account::getHardware\",\"for\":30}");
        assertThat(client.get("SoftLayer_Account/getVirtualGuests").status()).isEqualTo(200);
        assertThat(client.get("Account/Hardware.json").status()).isEqualTo(500);
        assertThat(client.sandbox("GET", "faults", "").json()).hasSize(1);
        clock.passSeconds(31);
        assertThat(client.get("Account/Hardware.json").status()).isEqualTo(200);
        fault("{\"fault\":\"outstanding-transaction\",\"device\":\"web-08\"}");
        assertThat(client.get(WEB_07 + "/executeRescueLayer").status()).isEqualTo(200);
        assertThat(client.get("SoftLayer_Virtual_Guest/104870102/executeRescueLayer")
                        .error())
                .isEqualTo("There is currently an outstanding transaction for this server.");
    }

    @Test
    void an_unknown_fault_is_answered_with_the_known_ones() {
        Client.Reply reply = client.sandbox("POST", "faults", "{\"fault\":\"gremlins\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("faults").toString()).contains("rate-limit", "commit-then-drop", "504");
    }

    @Test
    void a_device_may_lose_its_credentials() {
        String mask = "mask[operatingSystem[passwords[username]]]";
        assertThat(client.masked(WEB_07, mask).json().at("/operatingSystem/passwords"))
                .hasSize(1);
        client.sandbox("POST", "happens", "{\"device\":\"web-07\",\"what\":\"loses its credentials\"}");
        assertThat(client.masked(WEB_07, mask).json().at("/operatingSystem/passwords"))
                .isEmpty();
    }
}
