package dev.lifeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final Map<String, String> REQUIRED_SETTINGS = Map.of(
            "SLACK_BOT_TOKEN", "xoxb-0123456789ab",
            "SLACK_APP_TOKEN", "xapp-0123456789ab",
            "SL_USERNAME", "lifeline",
            "SL_API_KEY", "a-key");

    @Test
    void four_settings_are_enough() {
        Settings settings = SettingsReader.read(REQUIRED_SETTINGS, Optional.empty());

        assertThat(settings.slack().apiUrl()).hasToString("https://slack.com/api/");
        assertThat(settings.server().http().port()).isEqualTo(3000);
        assertThat(settings.server().databaseUrl()).startsWith("jdbc:sqlite:");
    }

    @Test
    void every_problem_is_said_at_once() {
        assertThatThrownBy(() -> SettingsReader.read(Map.of("LIFELINE_SSH_PORT", "99999"), Optional.empty()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll(
                        "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SL_USERNAME", "SL_API_KEY", "LIFELINE_SSH_PORT");
    }

    @Test
    void a_blank_signing_secret_is_refused() {
        Map<String, String> blank = new HashMap<>(REQUIRED_SETTINGS);
        blank.put("SLACK_SIGNING_SECRET", "  ");

        assertThatThrownBy(() -> SettingsReader.read(blank, Optional.empty()))
                .hasMessageContaining("SLACK_SIGNING_SECRET is blank");
    }

    @Test
    void the_environment_wins_over_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "LIFELINE_HTTP_PORT: 4000\nSL_USERNAME: other\n");

        Settings settings = SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file));

        assertThat(settings.server().http().port()).isEqualTo(4000);
        assertThat(settings.softLayer().username()).isEqualTo("lifeline");
    }

    @Test
    void a_misspelt_name_in_the_file_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "LIFELINE_HTPP_PORT: 4000\n");

        assertThatThrownBy(() -> SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file)))
                .hasMessageContaining("LIFELINE_HTPP_PORT is not a setting");
    }

    @Test
    void P6_settings_print_no_secret() {
        assertThat(SettingsReader.read(REQUIRED_SETTINGS, Optional.empty()).toString())
                .doesNotContain("a-key")
                .doesNotContain("0123456789ab");
    }

    @Test
    void everybody_of_the_workspace_is_served_everywhere_unless_it_is_said() {
        Settings.ServiceScope serviceScope =
                SettingsReader.read(REQUIRED_SETTINGS, Optional.empty()).scope();

        assertThat(serviceScope).isEqualTo(Settings.ServiceScope.UNRESTRICTED);
        assertThat(serviceScope.publicUrl(3000)).hasToString("http://localhost:3000");
    }

    @Test
    void channels_and_workspaces_are_lists_of_ids() {
        Map<String, String> some = new HashMap<>(REQUIRED_SETTINGS);
        some.put("LIFELINE_CHANNELS", "C0123ABCD, G0123ABCD");
        some.put("LIFELINE_WORKSPACES", "T0123ABCD");
        Settings.ServiceScope serviceScope =
                SettingsReader.read(some, Optional.empty()).scope();
        assertThat(serviceScope.channelIds()).containsExactlyInAnyOrder("C0123ABCD", "G0123ABCD");
        assertThat(serviceScope.teamIds()).containsExactly("T0123ABCD");

        some.put("LIFELINE_CHANNELS", "#incident-42");
        some.put("LIFELINE_WORKSPACES", "example.slack.com");
        assertThatThrownBy(() -> SettingsReader.read(some, Optional.empty()))
                .hasMessageContainingAll("LIFELINE_CHANNELS", "channel ids", "LIFELINE_WORKSPACES", "team ids");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://lifeline.example.com", "http://10.0.0.1:3000", "ftp://lifeline.example.com", "lifeline"})
    void keys_are_typed_into_pages_that_are_safe_on_the_way(String unsafe) {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("LIFELINE_PUBLIC_URL", unsafe);

        assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                .hasMessageContaining("LIFELINE_PUBLIC_URL is not");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lifeline.example.com/bot/",
                "http://localhost:8080",
                "http://127.0.0.1:3000",
                "http://[::1]:3000"
            })
    void a_page_on_this_machine_needs_no_https(String safe) {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("LIFELINE_PUBLIC_URL", safe);

        assertThat(SettingsReader.read(settings, Optional.empty()).scope().publicUrl(1))
                .hasToString(safe);
    }
}
