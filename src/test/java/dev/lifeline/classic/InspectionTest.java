package dev.lifeline.classic;

import static dev.lifeline.classic.ScriptedProvider.error;
import static dev.lifeline.classic.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.Condition;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Power;
import dev.lifeline.device.ProviderUnreachable;
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

/** Looking at devices, one in full and many at once. */
class InspectionTest extends Conversation {

    private static final DeviceId WEB = DeviceId.virtualGuest(101);
    private static final DeviceId DB = DeviceId.hardware(201);
    private static final String GUEST = """
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
        provider.answers("getObject", GUEST);

        Inspection seen = door.devices().inspect(WEB).orElseThrow();

        Transaction running = seen.condition().running().orElseThrow();
        assertThat(running)
                .isEqualTo(new Transaction(
                        900,
                        "RESCUE_BOOT",
                        "Rescue kernel is booting",
                        Instant.parse("2020-04-27T22:10:56Z"),
                        Optional.of(Duration.ofSeconds(750))));
        assertThat(seen.condition().last())
                .hasValueSatisfying(last -> assertThat(last.id()).isEqualTo(900));
        assertThat(seen.condition().bootImage()).isEqualTo(OptionalLong.of(77));
        assertThat(seen.condition().power()).isEqualTo(Power.ON);
        assertThat(seen.provisioned()).isTrue();
        assertThat(seen.suspended()).isFalse();
        assertThat(seen.credentialsOnRecord()).isTrue();
    }

    @Test
    void bare_metal_is_inspected_in_its_own_words() {
        provider.answers("getObject", """
                {"id":201,"hostname":"db-01","provisionDate":"2020-01-01T00:00:00-06:00","isIpmiDisabled":false,
                 "hardwareState":{"deviceStatus":{"keyName":"STOPPED","name":"Stopped (Suspended)"}},
                 "recentRemoteManagementCommands":[{"createDate":"2026-01-01T10:00:00-06:00"},
                   {"createDate":"2026-01-01T17:00:00+00:00"}]}""");

        Inspection seen = door.devices().inspect(DB).orElseThrow();

        assertThat(seen.condition().power()).isEqualTo(Power.OFF);
        assertThat(seen.condition().lastPowerCommand()).contains(Instant.parse("2026-01-01T17:00:00Z"));
        assertThat(seen.suspended()).isTrue();
        assertThat(seen.credentialsOnRecord()).isFalse();
        assertThat(provider.requests().get(0).getTarget()).startsWith("/rest/v3.1/SoftLayer_Hardware_Server/201/");
    }

    @Test
    void a_device_under_construction_says_little() {
        provider.answers("getObject", "{\"id\":101}");

        Inspection seen = door.devices().inspect(WEB).orElseThrow();

        assertThat(seen.provisioned()).isFalse();
        assertThat(seen.condition()).isEqualTo(Condition.UNTOLD);
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
        provider.answers("getObject", "{\"id\":101," + told + "}");

        assertThat(door.devices().inspect(WEB).orElseThrow().provisioned()).isEqualTo(provisioned);
    }

    @ParameterizedTest
    @CsvSource({"RUNNING,ON", "HALTED,OFF", "PAUSED,PAUSED", "SOMETHING,UNKNOWN"})
    void the_last_known_power_state_counts_where_there_is_no_other(String keyName, Power power) {
        provider.answers("getObject", "{\"id\":101,\"lastKnownPowerState\":{\"keyName\":\"" + keyName + "\"}}");

        assertThat(door.devices().inspect(WEB).orElseThrow().condition().power())
                .isEqualTo(power);
    }

    @Test
    void an_empty_drive_is_no_boot_image() {
        provider.answers("getObject", "{\"id\":101,\"blockDevices\":[{\"mountType\":\"CD\",\"diskImageId\":null}]}");

        assertThat(door.devices().inspect(WEB).orElseThrow().condition().bootImage())
                .isEmpty();
    }

    @Test
    void absent_and_not_ours_are_one_answer() {
        provider.answers(
                "getObject",
                error(404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '101'."));

        assertThat(door.devices().inspect(WEB)).isEmpty();
    }

    @Test
    void an_answer_about_another_device_is_no_answer() {
        provider.answers("getObject", "{\"id\":102}");

        assertThatThrownBy(() -> door.devices().inspect(WEB)).isInstanceOf(ProviderUnreachable.class);
    }

    @Test
    void the_administrators_name_is_preferred_and_no_password_is_asked_for() {
        provider.answers("getObject", GUEST);

        assertThat(door.devices().loginName(WEB)).contains("root");
        assertThat(ScriptedProvider.query(provider.requests().get(0), "objectMask"))
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
        provider.answers("getObject", body);

        assertThat(door.devices().loginName(WEB)).isEmpty();
    }

    @Test
    void a_login_that_may_not_be_seen_is_none() {
        provider.answers(
                "getObject", error(500, "SoftLayer_Exception_Public", "You do not have permission to this service."));

        assertThat(door.devices().loginName(WEB)).isEmpty();
    }

    @Test
    void many_devices_are_looked_at_in_two_calls_by_kind() {
        provider.answers("getVirtualGuests", "[" + GUEST + "]")
                .answers("getHardware", "[{\"id\":201,\"lastTransaction\":{\"id\":5}}]");

        Map<DeviceId, Condition> seen = door.devices().look(Set.of(WEB, DB));

        assertThat(seen).containsOnlyKeys(WEB, DB);
        assertThat(seen.get(DB).newestTransaction()).isEqualTo(5);
        assertThat(provider.requests()).hasSize(2);
        assertThat(ScriptedProvider.query(provider.asked("getHardware").get(0), "objectMask"))
                .startsWith("[mask[id,")
                .contains(",mask(SoftLayer_Hardware_Server)[activeTransaction[");
        assertThat(ScriptedProvider.query(provider.asked("getHardware").get(0), "objectFilter"))
                .isEqualTo(
                        "{\"hardware\":{\"id\":{\"operation\":\"in\",\"options\":[{\"name\":\"data\",\"value\":[201]}]}}}");
    }

    @Test
    void hundreds_are_looked_at_a_hundred_at_a_time() {
        Set<DeviceId> ids = LongStream.rangeClosed(1, 250)
                .mapToObj(DeviceId::virtualGuest)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String all = ids.stream().map(id -> "{\"id\":" + id.value() + "}").collect(Collectors.joining(",", "[", "]"));
        provider.answers("getVirtualGuests", all);

        assertThat(door.devices().look(ids)).hasSize(250);
        assertThat(provider.requests())
                .hasSize(3)
                .allMatch(request -> request.getTarget().length() < 8000);
    }

    @Test
    void rows_that_were_not_asked_for_are_left_out() {
        provider.answers("getVirtualGuests", "[{\"id\":999}," + GUEST + "]");

        assertThat(door.devices().look(Set.of(WEB))).containsOnlyKeys(WEB);
    }

    @Test
    void a_device_is_missing_only_when_it_is_so_by_itself_too() {
        DeviceId gone = DeviceId.virtualGuest(103);
        provider.answers("getVirtualGuests", "[]")
                .answers(
                        "getObject",
                        json(200, GUEST),
                        error(404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '103'."));

        assertThat(door.devices().look(Set.of(WEB, gone))).containsOnlyKeys(WEB);
    }

    @Test
    void commands_that_may_not_be_seen_do_not_stop_the_watch() {
        provider.answers(
                "getHardware",
                error(500, "SoftLayer_Exception_Public", "You do not have permission to this service."),
                json(200, "[{\"id\":201}]"));

        assertThat(door.devices().look(Set.of(DB))).containsOnlyKeys(DB);
        assertThat(ScriptedProvider.query(provider.requests().get(1), "objectMask"))
                .doesNotContain("recentRemoteManagementCommands");
    }

    @Test
    void nothing_to_look_at_asks_nobody() {
        assertThat(door.devices().look(Set.of())).isEmpty();
        assertThat(provider.requests()).isEmpty();
    }
}
