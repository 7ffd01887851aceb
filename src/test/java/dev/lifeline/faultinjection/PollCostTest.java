package dev.lifeline.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cost of one poll of many devices, counted in provider calls. */
class PollCostTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 2", "100, 2", "1000, 20"})
    void a_tick_costs_at_most_two_list_calls_for_each_hundred_rescues(int rescues, int most) {
        FakeSoftLayerOptions options = FakeSoftLayerOptions.defaultsOnPort(0).withGeneratedDevices(rescues);
        try (FakeSoftLayerControl fakeSoftLayerControl = new FakeSoftLayerControl(options);
                Store store = Store.open("jdbc:sqlite:" + folder.resolve(rescues + ".db"), InstantSource.system());
                BulkRescues bulkRescues = new BulkRescues(fakeSoftLayerControl, store)) {
            bulkRescues.addBooting(rescues);
            fakeSoftLayerControl.clearCalls();
            bulkRescues.poll();

            List<JsonNode> calls = fakeSoftLayerControl.calls();
            assertThat(calls).hasSizeBetween(1, most);
            assertThat(calls)
                    .extracting(call -> call.path("method").asText())
                    .allMatch(method -> method.matches("SoftLayer_Account::get(VirtualGuests|Hardware)"));
            assertThat(calls)
                    .extracting(call -> call.path("mask").asText())
                    .noneMatch(mask -> mask.contains("password"));
        }
    }
}
