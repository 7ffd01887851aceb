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

class SettingsReaderTest {

    private static final Map<String, String> ENOUGH = Map.of(
            "SLACK_BOT_TOKEN", "xoxb-0123456789ab",
            "SLACK_APP_TOKEN", "xapp-0123456789ab",
            "SL_USERNAME", "lifeline",
            "SL_API_KEY", "a-key");

    @Test
    void four_settings_are_enough() {
        Settings settings = SettingsReader.read(ENOUGH, Optional.empty());

        assertThat(settings.slack().apiUrl()).hasToString("https://slack.com/api/");
        assertThat(settings.local().httpPort()).isEqualTo(3000);
        assertThat(settings.local().databaseUrl()).startsWith("jdbc:sqlite:");
    }

    @Test
    void every_problem_is_said_at_once() {
        assertThatThrownBy(() -> SettingsReader.read(Map.of("LIFELINE_SSH_PORT", "99999"), Optional.empty()))
                .isInstanceOf(SettingsUnusable.class)
                .hasMessageContainingAll(
                        "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SL_USERNAME", "SL_API_KEY", "LIFELINE_SSH_PORT");
    }

    @Test
    void a_blank_signing_secret_is_refused() {
        Map<String, String> blank = new HashMap<>(ENOUGH);
        blank.put("SLACK_SIGNING_SECRET", "  ");

        assertThatThrownBy(() -> SettingsReader.read(blank, Optional.empty()))
                .hasMessageContaining("SLACK_SIGNING_SECRET is blank");
    }

    @Test
    void the_environment_wins_over_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "LIFELINE_HTTP_PORT: 4000\nSL_USERNAME: other\n");

        Settings settings = SettingsReader.read(ENOUGH, Optional.of(file));

        assertThat(settings.local().httpPort()).isEqualTo(4000);
        assertThat(settings.account().username()).isEqualTo("lifeline");
    }

    @Test
    void a_misspelt_name_in_the_file_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "LIFELINE_HTPP_PORT: 4000\n");

        assertThatThrownBy(() -> SettingsReader.read(ENOUGH, Optional.of(file)))
                .hasMessageContaining("LIFELINE_HTPP_PORT is not a setting");
    }

    @Test
    void P6_settings_print_no_secret() {
        assertThat(SettingsReader.read(ENOUGH, Optional.empty()).toString())
                .doesNotContain("a-key")
                .doesNotContain("0123456789ab");
    }
}
