package dev.lifeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quicktheories.core.Gen;

/** Whatever stands in a setting, the bot either starts with it or says in one message which settings are wrong. */
class SettingsPropertyTest {

    private static final Map<String, String> REQUIRED = Map.of(
            "SLACK_BOT_TOKEN", "xoxb-0123456789ab",
            "SLACK_APP_TOKEN", "xapp-0123456789ab",
            "SL_USERNAME", "lifeline",
            "SL_API_KEY", "a-key");

    private static final List<String> NAMES = List.copyOf(SettingsReader.names());

    @TempDir
    Path folder;

    private static Gen<String> names() {
        return integers().between(0, NAMES.size() - 1).map(NAMES::get);
    }

    private static Gen<String> values() {
        return strings()
                .allPossible()
                .ofLengthBetween(0, 40)
                .mix(strings().basicLatinAlphabet().ofLengthBetween(0, 40), 50);
    }

    /** Fails on anything but the one exception for settings. */
    private static void readOrReport(Map<String, String> environment, Optional<Path> file) {
        try {
            assertThat(SettingsReader.read(environment, file).toString()).isNotEmpty();
        } catch (InvalidSettingsException e) {
            assertThat(e.getMessage()).contains("missing or wrong:\n  ");
        }
    }

    @Test
    void any_value_of_any_setting_is_taken_or_reported() {
        qt().forAll(names(), values()).checkAssert((name, value) -> {
            Map<String, String> environment = new HashMap<>(REQUIRED);
            environment.put(name, value);
            readOrReport(environment, Optional.empty());
        });
    }

    @Test
    void any_settings_together_are_taken_or_reported() {
        qt().forAll(
                        lists().of(names()).ofSizeBetween(0, 12),
                        lists().of(values()).ofSize(12))
                .checkAssert((names, values) -> {
                    Map<String, String> environment = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) environment.put(names.get(i), values.get(i));
                    readOrReport(environment, Optional.empty());
                });
    }

    @Test
    void any_file_is_taken_or_reported() {
        Path file = folder.resolve("lifeline.yaml");
        qt().forAll(values(), values()).checkAssert((first, second) -> {
            write(file, first + "\nSL_USERNAME: " + second + "\n");
            readOrReport(REQUIRED, Optional.of(file));
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
