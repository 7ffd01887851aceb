package dev.lifeline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.classic.ClassicOptions;
import dev.lifeline.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One poll for all, counted by the provider. */
class TickTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 2", "100, 2", "1000, 20"})
    void a_tick_costs_at_most_two_list_calls_for_each_hundred_rescues(int rescues, int most) {
        ClassicOptions options = ClassicOptions.onPort(0).withDevices(rescues);
        try (Provider provider = new Provider(options);
                Store store = Store.open("jdbc:sqlite:" + folder.resolve(rescues + ".db"), InstantSource.system());
                Many many = new Many(provider, store)) {
            many.boot(rescues);
            provider.forgetCalls();
            many.tick();

            List<JsonNode> calls = provider.calls();
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
