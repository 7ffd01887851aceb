package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault is injected by its name, and only into the calls it was requested for. */
class FaultTargetingTest extends FaultInjectionTestBase {

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VANISHED_DEVICE", "REBOOT_WITHOUT_EFFECT"})
    void each_fault_is_injected_by_its_name_and_shown_in_the_call_log(FaultKind kind) {
        injectFault("{\"fault\":\"" + kind.wireName()
                + "\",\"times\":1,\"seconds\":0.01,\"method\":\"SoftLayer_Virtual_Guest::executeRescueLayer\"}");
        try {
            launchWithoutRetry();
        } catch (IOException e) {
            // some faults cut the connection
        }
        assertThat(restClient.controlCall("GET", "calls", "").json().findValuesAsText("fault"))
                .containsExactly(kind.wireName());
        assertThat(restClient.controlCall("GET", "faults", "").json()).isEmpty();
    }

    @Test
    void a_reboot_without_effect_is_accepted_and_the_device_answers_as_before() {
        injectFault("{\"fault\":\"reboot-without-effect\",\"times\":1}");

        assertThat(servesAfterReboot()).isEqualTo("INSTALLED");
        assertThat(servesAfterReboot()).isNotEqualTo("INSTALLED");
    }

    private String servesAfterReboot() {
        assertThat(restClient.get(WEB_07 + "/rebootDefault").json().asBoolean()).isTrue();
        clock.advance(Duration.ofSeconds(30));
        return restClient.deviceState("web-07").path("serving").asText();
    }

    @Test
    void a_slow_response_takes_the_requested_seconds() throws Exception {
        injectFault("{\"fault\":\"slow\",\"times\":1,\"seconds\":2}");
        HttpRequest hasty = HttpRequest.newBuilder(URI.create(softLayer.url() + "/rest/v3.1/" + WEB_07))
                .header("Authorization", RestClient.basic("lifeline", "sandbox-lifeline-api-key"))
                .timeout(Duration.ofMillis(500))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(hasty, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(restClient.get(WEB_07).status()).isEqualTo(200);
    }

    @Test
    void a_fault_hits_a_share_of_the_calls_and_the_same_ones_in_every_run() throws IOException {
        String statuses = statusesAtHalfShare(restClient);
        assertThat(statuses).contains("200", "500");
        try (FakeSoftLayer another =
                FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withClock(clock))) {
            assertThat(statusesAtHalfShare(RestClient.forBotUser(another))).isEqualTo(statuses);
        }
        assertThat(restClient
                        .controlCall("POST", "faults", "{\"fault\":\"slow\",\"share\":0}")
                        .status())
                .isEqualTo(400);
    }

    private static String statusesAtHalfShare(RestClient restClient) {
        restClient.controlCall("POST", "faults", "{\"fault\":\"rate-limit\",\"share\":0.5}");
        return IntStream.range(0, 20)
                .mapToObj(call -> Integer.toString(restClient.get(WEB_07).status()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_device_may_be_missing_in_one_list_only() {
        injectFault(
                "{\"fault\":\"vanished-device\",\"device\":104870101,\"method\":\"SoftLayer_Account::getVirtualGuests\"}");
        assertThat(restClient.get("SoftLayer_Account/getVirtualGuests").json()).hasSize(5);
        assertThat(restClient.get(WEB_07).status()).isEqualTo(200);
    }

    @Test
    void a_filter_can_be_ignored() {
        Map<String, String> web07 =
                Map.of("objectFilter", "{\"virtualGuests\":{\"hostname\":{\"operation\":\"web-07\"}}}");
        injectFault("{\"fault\":\"ignored-filter\",\"times\":1}");
        assertThat(restClient.get("SoftLayer_Account/getVirtualGuests", web07).json())
                .hasSize(6);
        assertThat(restClient.get("SoftLayer_Account/getVirtualGuests", web07).json())
                .hasSize(1);
    }
}
