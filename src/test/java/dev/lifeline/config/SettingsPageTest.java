package dev.lifeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of settings, which is made here, and the annotated example, which has to name them all. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("src/docs/settings.md");
    private static final Path EXAMPLE = Path.of("src/docs/deploy/lifeline.yaml");

    private static final String INTRODUCTION = """
            # Settings

            They come from the environment, or from a YAML file with the same names (`--config FILE`, [an example](deploy/lifeline.yaml)); the environment wins. Missing, wrong and
            unknown ones are reported all at once, exit code 2. A secret may be in a file of its own, as orchestrators mount them: the setting
            with `_FILE` at its end holds the path. A policy is read again when its file changes; all else at the start.
            A blank value counts as none, and is refused where none would open something, or mean another database: `LIFELINE_POLICY`, `LIFELINE_CHANNELS`,
            `LIFELINE_DATABASE_URL`, `SLACK_SIGNING_SECRET` and `LIFELINE_WEBHOOK_SECRET`.

            | Setting | Meaning | Default |
            |---|---|---|
            """;

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (SettingName setting : SettingName.values())
            page.append("| `%s`%s | %s | %s |\n"
                    .formatted(
                            setting.name(),
                            setting.fileSetting()
                                    .map(name -> ", `" + name + "`")
                                    .orElse(""),
                            setting.meaning(),
                            setting.defaultValue().isEmpty() ? "–" : setting.defaultValue()));
        return page.toString();
    }

    @Test
    void the_page_lists_every_setting_with_its_default() throws IOException {
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, page());

        assertThat(PAGE).hasContent(page().stripTrailing());
    }

    @Test
    void the_example_names_every_setting_once_and_those_with_a_default_as_comments() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLE);

        for (SettingName setting : SettingName.values()) {
            String start = (setting.defaultValue().isEmpty() || setting == SettingName.SLACK_APP_TOKEN ? "" : "# ")
                    + setting.name() + ": ";
            assertThat(lines.stream().filter(line -> line.startsWith(start)))
                    .as(setting.name())
                    .hasSize(1);
        }
        assertThat(lines.stream().filter(line -> line.matches("(# )?[A-Z_]+: .*")))
                .allMatch(line -> Arrays.stream(SettingName.values())
                        .anyMatch(setting -> line.replace("# ", "").startsWith(setting.name() + ":")));
    }

    @Test
    void the_example_is_valid_and_so_is_each_default_in_it() throws IOException {
        Settings asItIs = SettingsReader.read(Map.of(), Optional.of(EXAMPLE));
        assertThat(asItIs.softLayer().username()).isEqualTo("lifeline");

        Path withDefaults = Files.createTempFile("lifeline", ".yaml");
        try {
            String uncommented = Files.readString(EXAMPLE)
                    .replaceAll(
                            "(?m)^# (LIFELINE_(?!ACCOUNTS|POLICY|WEBHOOK_SECRET|PUBLIC_URL|CHANNELS|WORKSPACES|INSTALL_WORKSPACES|ENCRYPTION_KEY|RESCUE_IMAGE|HEALTH_PORT)|SLACK_API|SL_ENDPOINT)",
                            "$1");
            Files.writeString(withDefaults, uncommented);

            assertThat(SettingsReader.read(Map.of(), Optional.of(withDefaults))).isEqualTo(asItIs);
        } finally {
            Files.delete(withDefaults);
        }
    }
}
