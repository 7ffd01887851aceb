package dev.lifeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation earns its place: it finds each mend that is taken back (src/docs/simulation.md). */
class PlantedFaultsTest {

    static Stream<PlantedFault> faults() {
        return PlantedFault.all().stream();
    }

    @Test
    void every_planted_fault_still_fits_the_sources() {
        assertThat(faults()).isNotEmpty().allMatch(PlantedFault::fits);
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Tag("long")
    void each_planted_fault_is_found(PlantedFault plantedFault, @TempDir Path folder) throws Exception {
        assertThat(SeedSearch.with(plantedFault, folder))
                .as(plantedFault.title())
                .isPresent();
    }
}
