package dev.lifeline.classic;

import static dev.lifeline.classic.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.Obstacle;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.rescue.LaunchOutcome;
import dev.lifeline.rescue.RescueSystem;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which image does a Windows guest boot? */
class RescueImagesTest {

    private static final String NAME = "WindowsRescueStandalone.iso";

    private ScriptedProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider().answers("mountIsoImage", "{\"id\":5}");
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private LaunchOutcome launch(Optional<String> setting) {
        try (ClassicDoor door =
                new ClassicDoor(provider.account(setting), InstantSource.system(), ScriptedProvider.QUICK)) {
            return door.rescueKernel()
                    .toLaunch(Things.guest(Family.WINDOWS), RescueSystem.AS_INSTALLED)
                    .send();
        }
    }

    private static String image(int id, String property, String name, String site) {
        return "{\"id\":%d,\"%s\":\"%s\",\"storageRepository\":{\"datacenter\":{\"name\":\"%s\"}}}"
                .formatted(id, property, name, site);
    }

    private void images(String... rows) {
        provider.answers("getPublicIsoImages", "[" + String.join(",", rows) + "]");
    }

    private String mounted() {
        return provider.asked("mountIsoImage").get(0).getBody().utf8();
    }

    @ParameterizedTest
    @CsvSource({"name", "description"})
    void the_image_is_known_by_its_name_or_else_by_its_description(String property) {
        images(image(1, property, "Other.iso", "dal13"), image(2, property, "windowsrescuestandalone.ISO", ""));

        assertThat(launch(Optional.empty())).isEqualTo(new LaunchOutcome.Accepted(OptionalLong.of(5)));
        assertThat(mounted()).isEqualTo("{\"parameters\":[2]}");
    }

    @Test
    void the_one_in_the_guests_own_data_centre_is_preferred() {
        images(image(1, "name", NAME, "fra02"), image(2, "name", NAME, "dal13"));

        launch(Optional.empty());
        assertThat(mounted()).isEqualTo("{\"parameters\":[2]}");
    }

    @Test
    void the_choice_is_not_guessed() {
        images(image(1, "name", NAME, "fra02"), image(2, "name", NAME, ""));

        assertThat(launch(Optional.empty()))
                .isEqualTo(
                        new LaunchOutcome.Hindered(new Obstacle.SeveralRescueImages(NAME, List.of("1 (fra02)", "2"))));
        assertThat(provider.asked("mountIsoImage")).isEmpty();
    }

    @Test
    void no_image_is_no_rescue() {
        images(image(1, "name", "Other.iso", "dal13"));

        assertThat(launch(Optional.empty()))
                .isEqualTo(new LaunchOutcome.Hindered(new Obstacle.NoRescueImage(NAME, "dal13")));
    }

    @Test
    void the_operators_id_is_taken_as_it_is() {
        launch(Optional.of("4242"));

        assertThat(mounted()).isEqualTo("{\"parameters\":[4242]}");
        assertThat(provider.asked("getPublicIsoImages")).isEmpty();
    }

    @Test
    void the_operators_name_is_looked_for_instead() {
        images(image(1, "name", NAME, "dal13"), image(2, "name", "Ours.iso", "dal13"));

        launch(Optional.of("Ours.iso"));
        assertThat(mounted()).isEqualTo("{\"parameters\":[2]}");
    }

    @Test
    void without_a_catalogue_there_is_no_order_to_claim() {
        provider.answers("getPublicIsoImages", json(401, ""));

        assertThatThrownBy(() -> launch(Optional.empty())).isInstanceOf(ProviderUnreachable.class);
        assertThat(provider.asked("mountIsoImage")).isEmpty();
    }

    @Test
    void P1_everything_that_an_order_needs_is_asked_before_it_is_claimed() {
        images(image(2, "name", NAME, "dal13"));
        provider.answers("getIsoBootImage", "null");
        try (ClassicDoor door = provider.door()) {
            var there = door.rescueKernel().toLaunch(Things.guest(Family.WINDOWS), RescueSystem.AS_INSTALLED);
            var back = door.rescueKernel().toReturn(Things.guest(Family.LINUX), false, false);
            assertThat(provider.asked("getPublicIsoImages")).hasSize(1);
            assertThat(provider.asked("getIsoBootImage")).hasSize(1);
            assertThat(provider.asked("mountIsoImage")).isEmpty();
            int before = provider.requests().size();

            there.send();
            back.send();
            assertThat(provider.requests()).hasSize(before + 2);
        }
    }

    @Test
    void the_obstacle_is_told_before_and_only_for_windows_guests() {
        images();
        try (ClassicDoor door = provider.door()) {
            assertThat(door.rescueKernel().obstacle(Things.guest(Family.WINDOWS)))
                    .contains(new Obstacle.NoRescueImage(NAME, "dal13"));
            assertThat(door.rescueKernel().obstacle(Things.guest(Family.LINUX))).isEmpty();
            assertThat(door.rescueKernel().obstacle(Things.metal(Family.WINDOWS)))
                    .isEmpty();
            provider.answers("getPublicIsoImages", json(401, ""));
            assertThatThrownBy(() -> door.rescueKernel().obstacle(Things.guest(Family.WINDOWS)))
                    .isInstanceOf(ProviderUnreachable.class);
        }
    }

    @Test
    void the_catalogue_is_remembered_once_something_was_found() {
        images(image(2, "name", NAME, "dal13"));
        try (ClassicDoor door = provider.door()) {
            door.rescueKernel().obstacle(Things.guest(Family.WINDOWS));
            door.rescueKernel().obstacle(Things.guest(Family.WINDOWS));
        }
        assertThat(provider.asked("getPublicIsoImages")).hasSize(1);
    }
}
