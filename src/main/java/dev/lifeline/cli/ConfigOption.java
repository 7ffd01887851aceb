package dev.lifeline.cli;

import dev.lifeline.config.InvalidSettingsException;
import dev.lifeline.config.Settings;
import dev.lifeline.config.SettingsReader;
import dev.lifeline.device.AccountName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code --config} option, and the settings that it and the environment give. Each method reads the file anew. */
final class ConfigOption {

    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings as YAML; the environment wins.")
    private @Nullable Path file;

    ConfigOption(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws InvalidSettingsException listing every problem */
    Settings settings() {
        return SettingsReader.read(environment, Optional.ofNullable(file));
    }

    /** How lines of the log look: {@code plain} or {@code json}. */
    String logFormat() {
        return SettingsReader.logFormat(environment, Optional.ofNullable(file));
    }

    /** Only what a call of the provider needs, for each account. */
    Map<AccountName, Settings.SoftLayer> accounts() {
        return SettingsReader.accounts(environment, Optional.ofNullable(file));
    }

    /** Only the settings of the bot's own side, the database among them. */
    Settings.Server server() {
        return SettingsReader.server(environment, Optional.ofNullable(file));
    }
}
