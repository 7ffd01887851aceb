package dev.lifeline.sandbox.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rescue as it goes in time, seen through the API only. */
class LaunchTest extends Workbench {

    private static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";
    private static final String DB_01 = "SoftLayer_Hardware_Server/2154871";
    private static final String STATE =
            "mask[id,powerState[keyName],activeTransaction[id,transactionStatus[name,friendlyName,averageDuration],transactionGroup[name]],lastTransaction[id,transactionStatus[name]]]";

    @Test
    void a_launch_is_accepted_with_true_and_the_transaction_shows_only_later() {
        long baseline = state().path("lastTransaction").path("id").asLong();

        assertThat(client.get(WEB_07 + "/executeRescueLayer.json").json()).isEqualTo(Client.JSON.valueToTree(true));
        assertThat(state().has("activeTransaction")).isFalse();
        assertThat(state().at("/lastTransaction/id").asLong()).isEqualTo(baseline);

        clock.passSeconds(7);
        assertThat(state().at("/activeTransaction/id").asLong())
                .isNotEqualTo(baseline)
                .isEqualTo(state().at("/lastTransaction/id").asLong());
        assertThat(state().at("/powerState/keyName").asText()).isEqualTo("HALTED");
    }

    @Test
    void a_guest_is_in_rescue_after_four_minutes() {
        client.get(WEB_07 + "/executeRescueLayer");
        clock.passSeconds(7 + 60);
        assertThat(state().at("/activeTransaction/transactionStatus/name").asText())
                .isEqualTo("RESCUE_BOOT");
        assertThat(state().at("/powerState/keyName").asText()).isEqualTo("RUNNING");
        clock.passSeconds(180);
        assertThat(state().has("activeTransaction")).isFalse();
        assertThat(state().at("/lastTransaction/transactionStatus/name").asText())
                .isEqualTo("COMPLETE");
        assertThat(client.device("web-07").path("inRescue").asBoolean()).isTrue();
    }

    @Test
    void a_host_key_changes_in_rescue_and_returns_after_it() {
        String normal = client.device("web-07").path("hostKey").asText();
        client.get(WEB_07 + "/executeRescueLayer");
        clock.passSeconds(250);
        await().until(() -> client.device("web-07").path("hostKey").asText().startsWith("SHA256:"));
        assertThat(client.device("web-07").path("hostKey").asText()).isNotEqualTo(normal);

        client.get(WEB_07 + "/rebootDefault");
        clock.pass(Duration.ofMinutes(3));
        await().until(() -> client.device("web-07").path("hostKey").asText().equals(normal));
    }

    @Test
    void a_second_launch_meets_an_outstanding_transaction() {
        client.get(WEB_07 + "/executeRescueLayer");
        Client.Reply second = client.get(WEB_07 + "/executeRescueLayer");
        assertThat(second.status()).isEqualTo(500);
        assertThat(second.error()).isEqualTo("There is currently an outstanding transaction for this server.");
    }

    @Test
    void bare_metal_takes_ten_minutes_and_says_rescue_kernel_is_booting() {
        assertThat(client.get(DB_01 + "/bootToRescueLayer").json().asBoolean()).isTrue();
        clock.passSeconds(200);
        JsonNode booting = client.masked(
                        DB_01 + "/getObject",
                        "mask[hardwareStatus[status],activeTransaction[transactionStatus[name,friendlyName]]]")
                .json();
        assertThat(booting.at("/activeTransaction/transactionStatus/friendlyName")
                        .asText())
                .isEqualTo("Rescue kernel is booting");
        assertThat(booting.at("/hardwareStatus/status").asText()).isEqualTo("ACTIVE");
        clock.passSeconds(500);
        assertThat(client.device("db-01").path("inRescue").asBoolean()).isTrue();
    }

    private JsonNode state() {
        return client.masked(WEB_07 + "/getObject.json", STATE).json();
    }
}
