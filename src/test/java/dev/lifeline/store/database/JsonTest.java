package dev.lifeline.store.database;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static dev.lifeline.contract.Samples.closed;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.store.StageSamples;
import dev.lifeline.testkit.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JsonTest {

    private final Json json = new Json();

    @Test
    void every_stage_is_read_as_it_was_written() {
        qt().forAll(StageSamples.generator())
                .checkAssert(stage -> assertThat(json.read(Stage.class, json.write(Stage.class, stage)))
                        .isEqualTo(stage));
    }

    @Test
    void the_stages_that_are_tried_are_all_that_there_are() {
        Set<Class<?>> sampledTypes =
                StageSamples.oneOfEach().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(sampledTypes).containsExactlyInAnyOrderElementsOf(List.of(Stage.class.getPermittedSubclasses()));
    }

    @Test
    void a_request_says_which_case_each_of_its_values_is() {
        assertThat(json.write(RescueRequest.class, awaitingConfirmation("request001", WEB_07)))
                .contains(
                        "\"is\":\"AwaitingConfirmation\"",
                        "\"is\":\"VirtualGuest\"",
                        "\"confirmBy\":\"2026-11-22T12:05:00Z\"")
                .doesNotContain("isClosed", "\"closed\"");
        RescueRequest closed = closed(awaitingConfirmation("request001", WEB_07));
        assertThat(json.read(RescueRequest.class, json.write(RescueRequest.class, closed)))
                .isEqualTo(closed);
    }

    @Test
    void what_a_newer_release_added_is_passed_over() {
        String newer = "{\"is\":\"AwaitingConfirmation\",\"confirmBy\":\"2026-11-22T12:05:00Z\",\"mood\":\"calm\"}";
        assertThat(json.read(Stage.class, newer)).isInstanceOf(Stage.AwaitingConfirmation.class);
    }

    @Test
    void what_an_older_release_left_out_is_empty_where_it_may_be() {
        Stage.InRescue inRescue = (Stage.InRescue) StageSamples.oneOfEach().stream()
                .filter(Stage.InRescue.class::isInstance)
                .findFirst()
                .orElseThrow();
        String without = json.write(Stage.class, inRescue)
                .replaceAll("\"(loginName|pendingExit)\":null,?", "")
                .replace(",}", "}");
        assertThat(without).doesNotContain("loginName", "pendingExit");
        assertThat(json.read(Stage.class, without)).isEqualTo(inRescue);
    }

    @Test
    void a_status_of_an_older_release_tells_no_reload() {
        String written = json.write(DeviceStatus.class, Fixtures.poweredOnStatus());
        String older = written.replaceAll(",?\"lastReloadId\":null", "");
        assertThat(older).isNotEqualTo(written).doesNotContain("lastReloadId");
        assertThat(json.read(DeviceStatus.class, older)).isEqualTo(Fixtures.poweredOnStatus());
    }

    @Test
    void an_exit_of_an_older_release_has_no_response_yet() {
        Stage.Exiting exiting = (Stage.Exiting) StageSamples.oneOfEach().stream()
                .filter(Stage.Exiting.class::isInstance)
                .findFirst()
                .orElseThrow();
        String older = json.write(Stage.class, exiting.withResponse(Fixtures.NOON))
                .replaceAll("\"respondedAt\":\"[^\"]*\",", "");
        assertThat(older).doesNotContain("respondedAt");
        assertThat(json.read(Stage.class, older)).isEqualTo(exiting);
    }

    @Test
    void a_row_that_cannot_be_read_is_not_quoted() {
        assertThatThrownBy(() -> json.read(Stage.class, "{\"is\":\"Hovering\",\"secret\":\"hunter2\"}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Stage")
                .message()
                .doesNotContain("hunter2", "Hovering");
    }

    @Test
    void names_of_cases_are_told_apart() {
        assertThat(Arrays.stream(Stage.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .doesNotHaveDuplicates();
    }
}
