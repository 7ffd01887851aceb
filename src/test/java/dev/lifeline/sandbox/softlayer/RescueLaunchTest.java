package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The course of a rescue, seen through the API only. */
class RescueLaunchTest extends FakeSoftLayerTestBase {

    private static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";
    private static final String DB_01 = "SoftLayer_Hardware_Server/2154871";
    private static final String STATE_MASK =
            "mask[id,powerState[keyName],activeTransaction[id,transactionStatus[name,friendlyName,averageDuration],transactionGroup[name]],lastTransaction[id,transactionStatus[name]]]";

    @Test
    void a_launch_is_accepted_with_true_and_the_transaction_appears_later() {
        long baseline = readState().path("lastTransaction").path("id").asLong();

        assertThat(restClient.get(WEB_07 + "/executeRescueLayer.json").json())
                .isEqualTo(RestClient.JSON.valueToTree(true));
        assertThat(readState().has("activeTransaction")).isFalse();
        assertThat(readState().at("/lastTransaction/id").asLong()).isEqualTo(baseline);

        clock.advance(Duration.ofSeconds(7));
        assertThat(readState().at("/activeTransaction/id").asLong())
                .isNotEqualTo(baseline)
                .isEqualTo(readState().at("/lastTransaction/id").asLong());
        assertThat(readState().at("/powerState/keyName").asText()).isEqualTo("HALTED");
    }

    @Test
    void a_guest_is_in_rescue_after_four_minutes() {
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofSeconds(7 + 60));
        assertThat(readState().at("/activeTransaction/transactionStatus/name").asText())
                .isEqualTo("RESCUE_BOOT");
        assertThat(readState().at("/powerState/keyName").asText()).isEqualTo("RUNNING");
        clock.advance(Duration.ofSeconds(180));
        assertThat(readState().has("activeTransaction")).isFalse();
        assertThat(readState().at("/lastTransaction/transactionStatus/name").asText())
                .isEqualTo("COMPLETE");
        assertThat(restClient.deviceState("web-07").path("inRescue").asBoolean())
                .isTrue();
    }

    @Test
    void a_host_key_changes_in_rescue_and_returns_after_it() {
        String normal = restClient.deviceState("web-07").path("hostKey").asText();
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofSeconds(250));
        await().until(() ->
                restClient.deviceState("web-07").path("hostKey").asText().startsWith("SHA256:"));
        assertThat(restClient.deviceState("web-07").path("hostKey").asText()).isNotEqualTo(normal);

        restClient.get(WEB_07 + "/rebootDefault");
        clock.advance(Duration.ofMinutes(3));
        await().until(() ->
                restClient.deviceState("web-07").path("hostKey").asText().equals(normal));
    }

    @Test
    void a_second_launch_is_refused_for_an_outstanding_transaction() {
        restClient.get(WEB_07 + "/executeRescueLayer");
        RestClient.RestResponse second = restClient.get(WEB_07 + "/executeRescueLayer");
        assertThat(second.status()).isEqualTo(500);
        assertThat(second.error()).isEqualTo("There is currently an outstanding transaction for this server.");
    }

    @Test
    void bare_metal_takes_ten_minutes_and_says_rescue_kernel_is_booting() {
        assertThat(restClient.get(DB_01 + "/bootToRescueLayer").json().asBoolean())
                .isTrue();
        clock.advance(Duration.ofSeconds(200));
        JsonNode booting = restClient
                .getWithMask(
                        DB_01 + "/getObject",
                        "mask[hardwareStatus[status],activeTransaction[transactionStatus[name,friendlyName]]]")
                .json();
        assertThat(booting.at("/activeTransaction/transactionStatus/friendlyName")
                        .asText())
                .isEqualTo("Rescue kernel is booting");
        assertThat(booting.at("/hardwareStatus/status").asText()).isEqualTo("ACTIVE");
        clock.advance(Duration.ofSeconds(500));
        assertThat(restClient.deviceState("db-01").path("inRescue").asBoolean()).isTrue();
    }

    private JsonNode readState() {
        return restClient.getWithMask(WEB_07 + "/getObject.json", STATE_MASK).json();
    }
}
