package dev.lifeline.softlayer;

import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider.SendGuard;
import dev.lifeline.rescue.RescueSystem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of the image that a Windows guest boots. */
class RescueImagesTest {

    private static final String IMAGE_NAME = "WindowsRescueStandalone.iso";

    private ScriptedProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider().respond("mountIsoImage", "{\"id\":5}");
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private CommandResult launch(Optional<String> setting) {
        try (ClassicAdapter adapter = new ClassicAdapter(provider.account(setting), ScriptedProvider.FAST_CONFIG)) {
            return adapter.rescueProvider()
                    .prepareLaunch(SampleDevices.guest(Family.WINDOWS), RescueSystem.AS_INSTALLED)
                    .send(SendGuard.NONE);
        }
    }

    private static String imageRow(int id, String property, String name, String site) {
        return "{\"id\":%d,\"%s\":\"%s\",\"storageRepository\":{\"datacenter\":{\"name\":\"%s\"}}}"
                .formatted(id, property, name, site);
    }

    private void respondWithImages(String... rows) {
        provider.respond("getPublicIsoImages", "[" + String.join(",", rows) + "]");
    }

    private String mountRequestBody() {
        return provider.requestsTo("mountIsoImage").get(0).getBody().utf8();
    }

    @ParameterizedTest
    @CsvSource({"name", "description"})
    void the_image_is_known_by_its_name_or_else_by_its_description(String property) {
        respondWithImages(
                imageRow(1, property, "Other.iso", "dal13"), imageRow(2, property, "windowsrescuestandalone.ISO", ""));

        assertThat(launch(Optional.empty())).isEqualTo(new CommandResult.Accepted(OptionalLong.of(5)));
        assertThat(mountRequestBody()).isEqualTo("{\"parameters\":[2]}");
    }

    @Test
    void the_one_in_the_guests_own_data_centre_is_preferred() {
        respondWithImages(imageRow(1, "name", IMAGE_NAME, "fra02"), imageRow(2, "name", IMAGE_NAME, "dal13"));

        launch(Optional.empty());
        assertThat(mountRequestBody()).isEqualTo("{\"parameters\":[2]}");
    }

    @Test
    void the_choice_is_not_guessed() {
        respondWithImages(imageRow(1, "name", IMAGE_NAME, "fra02"), imageRow(2, "name", IMAGE_NAME, ""));

        assertThat(launch(Optional.empty()))
                .isEqualTo(new CommandResult.Blocked(
                        new PreflightFailure.AmbiguousRescueImage(IMAGE_NAME, List.of("1 (fra02)", "2"))));
        assertThat(provider.requestsTo("mountIsoImage")).isEmpty();
    }

    @Test
    void no_image_is_no_rescue() {
        respondWithImages(imageRow(1, "name", "Other.iso", "dal13"));

        assertThat(launch(Optional.empty()))
                .isEqualTo(new CommandResult.Blocked(new PreflightFailure.NoRescueImage(IMAGE_NAME, "dal13")));
    }

    @Test
    void the_operators_id_is_taken_as_it_is() {
        launch(Optional.of("4242"));

        assertThat(mountRequestBody()).isEqualTo("{\"parameters\":[4242]}");
        assertThat(provider.requestsTo("getPublicIsoImages")).isEmpty();
    }

    @Test
    void the_operators_name_is_looked_for_instead() {
        respondWithImages(imageRow(1, "name", IMAGE_NAME, "dal13"), imageRow(2, "name", "Ours.iso", "dal13"));

        launch(Optional.of("Ours.iso"));
        assertThat(mountRequestBody()).isEqualTo("{\"parameters\":[2]}");
    }

    @Test
    void without_an_image_catalogue_there_is_no_command_to_claim() {
        provider.respond("getPublicIsoImages", json(401, ""));

        assertThatThrownBy(() -> launch(Optional.empty())).isInstanceOf(ProviderUnavailableException.class);
        assertThat(provider.requestsTo("mountIsoImage")).isEmpty();
    }

    @Test
    void P1_everything_that_a_command_needs_is_read_before_it_is_claimed() {
        respondWithImages(imageRow(2, "name", IMAGE_NAME, "dal13"));
        provider.respond("getIsoBootImage", "null");
        try (ClassicAdapter adapter = provider.newAdapter()) {
            var launchCommand = adapter.rescueProvider()
                    .prepareLaunch(SampleDevices.guest(Family.WINDOWS), RescueSystem.AS_INSTALLED);
            var exitCommand = adapter.rescueProvider().prepareExit(SampleDevices.guest(Family.LINUX), false, false);
            assertThat(provider.requestsTo("getPublicIsoImages")).hasSize(1);
            assertThat(provider.requestsTo("getIsoBootImage")).hasSize(1);
            assertThat(provider.requestsTo("mountIsoImage")).isEmpty();
            int requestCount = provider.requests().size();

            launchCommand.send(SendGuard.NONE);
            exitCommand.send(SendGuard.NONE);
            assertThat(provider.requests()).hasSize(requestCount + 2);
        }
    }

    @Test
    void preflight_fails_before_the_launch_and_only_for_windows_guests() {
        respondWithImages();
        try (ClassicAdapter adapter = provider.newAdapter()) {
            assertThat(adapter.rescueProvider().findPreflightFailure(SampleDevices.guest(Family.WINDOWS)))
                    .contains(new PreflightFailure.NoRescueImage(IMAGE_NAME, "dal13"));
            assertThat(adapter.rescueProvider().findPreflightFailure(SampleDevices.guest(Family.LINUX)))
                    .isEmpty();
            assertThat(adapter.rescueProvider().findPreflightFailure(SampleDevices.bareMetal(Family.WINDOWS)))
                    .isEmpty();
            provider.respond("getPublicIsoImages", json(401, ""));
            assertThatThrownBy(() -> adapter.rescueProvider().findPreflightFailure(SampleDevices.guest(Family.WINDOWS)))
                    .isInstanceOf(ProviderUnavailableException.class);
        }
    }

    @Test
    void the_catalogue_is_remembered_once_something_was_found() {
        respondWithImages(imageRow(2, "name", IMAGE_NAME, "dal13"));
        try (ClassicAdapter adapter = provider.newAdapter()) {
            adapter.rescueProvider().findPreflightFailure(SampleDevices.guest(Family.WINDOWS));
            adapter.rescueProvider().findPreflightFailure(SampleDevices.guest(Family.WINDOWS));
        }
        assertThat(provider.requestsTo("getPublicIsoImages")).hasSize(1);
    }
}
