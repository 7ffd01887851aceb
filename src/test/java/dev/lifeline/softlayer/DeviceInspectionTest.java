package dev.lifeline.softlayer;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.device.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inspecting devices, one in full and many at once. */
class DeviceInspectionTest extends ScriptedProviderTestBase {

    private static final DeviceId GUEST_ID = DeviceId.virtualGuest(101);
    private static final DeviceId HARDWARE_ID = DeviceId.hardware(201);
    private static final String GUEST_BODY = """
            {"id":101,"hostname":"web-07","provisionDate":"2020-01-01T00:00:00-06:00",
             "powerState":{"keyName":"RUNNING"},"status":{"keyName":"ACTIVE"},
             "operatingSystem":{"passwords":[{"username":"app"},{"username":"root"}]},
             "blockDevices":[{"mountType":"Disk","diskImageId":1},{"mountType":"CD","diskImageId":77}],
             "activeTransaction":{"id":900,"createDate":"2020-04-27T15:10:56-07:00",
               "transactionStatus":{"name":"RESCUE_BOOT","friendlyName":"Rescue kernel is booting","averageDuration":"1.35"},
               "transactionGroup":{"name":"Rescue","averageTimeToComplete":"12.5"}},
             "lastTransaction":{"id":900,"createDate":"2020-04-27T15:10:56-07:00"}}""";

    @Test
    void a_guest_is_inspected_in_full() {
        provider.respond("getObject", GUEST_BODY);

        Inspection seen = adapter.devices().inspect(GUEST_ID).orElseThrow();

        Transaction running = seen.status().activeTransaction().orElseThrow();
        assertThat(running)
                .isEqualTo(new Transaction(
                        900,
                        "RESCUE_BOOT",
                        "Rescue kernel is booting",
                        "Rescue",
                        Instant.parse("2020-04-27T22:10:56Z"),
                        Optional.of(Duration.ofSeconds(750))));
        assertThat(seen.status().lastTransaction())
                .hasValueSatisfying(last -> assertThat(last.id()).isEqualTo(900));
        assertThat(seen.status().bootImageId()).isEqualTo(OptionalLong.of(77));
        assertThat(seen.status().powerState()).isEqualTo(PowerState.ON);
        assertThat(seen.provisioned()).isTrue();
        assertThat(seen.suspended()).isFalse();
        assertThat(seen.credentialsOnRecord()).isTrue();
    }

    @Test
    void bare_metal_is_inspected_in_its_own_words() {
        provider.respond("getObject", """
                {"id":201,"hostname":"db-01","provisionDate":"2020-01-01T00:00:00-06:00","isIpmiDisabled":false,
                 "hardwareState":{"deviceStatus":{"keyName":"STOPPED","name":"Stopped (Suspended)"}},
                 "lastOperatingSystemReload":{"id":812},
                 "recentRemoteManagementCommands":[{"createDate":"2026-01-01T10:00:00-06:00"},
                   {"createDate":"2026-01-01T17:00:00+00:00"}]}""");

        Inspection seen = adapter.devices().inspect(HARDWARE_ID).orElseThrow();

        assertThat(seen.status().powerState()).isEqualTo(PowerState.OFF);
        assertThat(seen.status().lastPowerCommandAt()).contains(Instant.parse("2026-01-01T17:00:00Z"));
        assertThat(seen.status().lastReloadId()).isEqualTo(OptionalLong.of(812));
        assertThat(seen.suspended()).isTrue();
        assertThat(seen.credentialsOnRecord()).isFalse();
        assertThat(provider.requests().get(0).getTarget()).startsWith("/rest/v3.1/SoftLayer_Hardware_Server/201/");
    }

    @Test
    void a_device_under_construction_says_little() {
        provider.respond("getObject", "{\"id\":101}");

        Inspection seen = adapter.devices().inspect(GUEST_ID).orElseThrow();

        assertThat(seen.provisioned()).isFalse();
        assertThat(seen.status()).isEqualTo(DeviceStatus.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"powerState\":{\"keyName\":\"RUNNING\"}; true",
                "\"powerState\":{\"keyName\":\"RUNNING\"},\"provisionDate\":null; false",
                "\"powerState\":{\"keyName\":\"HALTED\"}; false",
                "\"hardwareStatus\":{\"status\":\"ACTIVE\"}; true",
                "\"hardwareStatus\":{\"status\":\"DEPLOY\"}; false",
            })
    void what_runs_was_built_unless_its_date_is_said_to_be_none(String told, boolean provisioned) {
        provider.respond("getObject", "{\"id\":101," + told + "}");

        assertThat(adapter.devices().inspect(GUEST_ID).orElseThrow().provisioned())
                .isEqualTo(provisioned);
    }

    @ParameterizedTest
    @CsvSource({"RUNNING,ON", "HALTED,OFF", "PAUSED,PAUSED", "SOMETHING,UNKNOWN"})
    void the_last_known_power_state_counts_where_there_is_no_other(String keyName, PowerState powerState) {
        provider.respond("getObject", "{\"id\":101,\"lastKnownPowerState\":{\"keyName\":\"" + keyName + "\"}}");

        assertThat(adapter.devices().inspect(GUEST_ID).orElseThrow().status().powerState())
                .isEqualTo(powerState);
    }

    @Test
    void an_empty_drive_is_no_boot_image() {
        provider.respond("getObject", "{\"id\":101,\"blockDevices\":[{\"mountType\":\"CD\",\"diskImageId\":null}]}");

        assertThat(adapter.devices().inspect(GUEST_ID).orElseThrow().status().bootImageId())
                .isEmpty();
    }

    @Test
    void absent_and_not_ours_are_one_answer() {
        provider.respond(
                "getObject",
                error(404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '101'."));

        assertThat(adapter.devices().inspect(GUEST_ID)).isEmpty();
    }

    @Test
    void an_answer_about_another_device_is_no_answer() {
        provider.respond("getObject", "{\"id\":102}");

        assertThatThrownBy(() -> adapter.devices().inspect(GUEST_ID)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void the_administrators_name_is_preferred_and_no_password_is_asked_for() {
        provider.respond("getObject", GUEST_BODY);

        assertThat(adapter.devices().loginUsername(GUEST_ID)).contains("root");
        assertThat(ScriptedProvider.queryParameter(provider.requests().get(0), "objectMask"))
                .isEqualTo("mask[id,operatingSystem[passwords[username]]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":101}",
                "{\"id\":101,\"operatingSystem\":null}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[]}}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{}]}}"
            })
    void no_login_on_record_and_none_to_be_seen_are_one_answer(String body) {
        provider.respond("getObject", body);

        assertThat(adapter.devices().loginUsername(GUEST_ID)).isEmpty();
    }

    @Test
    void a_login_that_may_not_be_seen_is_none() {
        provider.respond(
                "getObject", error(500, "SoftLayer_Exception_Public", "You do not have permission to this service."));

        assertThat(adapter.devices().loginUsername(GUEST_ID)).isEmpty();
    }

    @Test
    void many_devices_are_looked_at_in_two_calls_by_kind() {
        provider.respond("getVirtualGuests", "[" + GUEST_BODY + "]")
                .respond("getHardware", "[{\"id\":201,\"lastTransaction\":{\"id\":5}}]");

        Map<DeviceId, DeviceStatus> seen = adapter.devices().readStatuses(Set.of(GUEST_ID, HARDWARE_ID));

        assertThat(seen).containsOnlyKeys(GUEST_ID, HARDWARE_ID);
        assertThat(seen.get(HARDWARE_ID).newestTransactionId()).isEqualTo(5);
        assertThat(provider.requests()).hasSize(2);
        assertThat(ScriptedProvider.queryParameter(
                        provider.requestsTo("getHardware").get(0), "objectMask"))
                .startsWith("[mask[id,")
                .contains(",mask(SoftLayer_Hardware_Server)[activeTransaction[");
        assertThat(ScriptedProvider.queryParameter(
                        provider.requestsTo("getHardware").get(0), "objectFilter"))
                .isEqualTo(
                        "{\"hardware\":{\"id\":{\"operation\":\"in\",\"options\":[{\"name\":\"data\",\"value\":[201]}]}}}");
    }

    @Test
    void hundreds_are_looked_at_a_hundred_at_a_time() {
        Set<DeviceId> ids = LongStream.rangeClosed(1, 250)
                .mapToObj(DeviceId::virtualGuest)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String all = ids.stream().map(id -> "{\"id\":" + id.value() + "}").collect(Collectors.joining(",", "[", "]"));
        provider.respond("getVirtualGuests", all);

        assertThat(adapter.devices().readStatuses(ids)).hasSize(250);
        assertThat(provider.requests())
                .hasSize(3)
                .allMatch(request -> request.getTarget().length() < 8000);
    }

    @Test
    void rows_that_were_not_asked_for_are_left_out() {
        provider.respond("getVirtualGuests", "[{\"id\":999}," + GUEST_BODY + "]");

        assertThat(adapter.devices().readStatuses(Set.of(GUEST_ID))).containsOnlyKeys(GUEST_ID);
    }

    @Test
    void a_device_is_missing_only_when_it_is_so_by_itself_too() {
        DeviceId gone = DeviceId.virtualGuest(103);
        provider.respond("getVirtualGuests", "[]")
                .respond(
                        "getObject",
                        json(200, GUEST_BODY),
                        error(404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '103'."));

        assertThat(adapter.devices().readStatuses(Set.of(GUEST_ID, gone))).containsOnlyKeys(GUEST_ID);
    }

    @Test
    void commands_that_may_not_be_seen_do_not_stop_the_watch() {
        provider.respond(
                "getHardware",
                error(500, "SoftLayer_Exception_Public", "You do not have permission to this service."),
                json(200, "[{\"id\":201}]"));

        assertThat(adapter.devices().readStatuses(Set.of(HARDWARE_ID))).containsOnlyKeys(HARDWARE_ID);
        assertThat(ScriptedProvider.queryParameter(provider.requests().get(1), "objectMask"))
                .doesNotContain("recentRemoteManagementCommands");
    }

    @Test
    void nothing_to_look_at_asks_nobody() {
        assertThat(adapter.devices().readStatuses(Set.of())).isEmpty();
        assertThat(provider.requests()).isEmpty();
    }
}
