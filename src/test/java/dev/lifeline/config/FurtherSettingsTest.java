package dev.lifeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.AccountName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of further accounts of the provider and of further Slack workspaces. */
class FurtherSettingsTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final Map<String, String> REQUIRED_SETTINGS = SettingsReaderTest.REQUIRED_SETTINGS;

    @Test
    void further_accounts_have_settings_that_bear_their_names(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "eu-key\n");
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.putAll(Map.of(
                "LIFELINE_ACCOUNTS", "lab, EU-prod",
                "SL_USERNAME_LAB", "lab-bot",
                "SL_API_KEY_LAB", "lab-key",
                "SL_ENDPOINT_URL_LAB", "https://lab.example.com/",
                "LIFELINE_CALLS_PER_SECOND_LAB", "7",
                "SL_USERNAME_EU_PROD", "eu-bot",
                "SL_API_KEY_EU_PROD_FILE", key.toString()));

        Map<AccountName, Settings.SoftLayer> accounts =
                SettingsReader.read(settings, Optional.empty()).accounts();

        assertThat(accounts.keySet()).extracting(AccountName::value).containsExactly("main", "lab", "eu-prod");
        assertThat(accounts.get(new AccountName("lab")))
                .extracting(
                        Settings.SoftLayer::username, Settings.SoftLayer::apiKey, Settings.SoftLayer::callsPerSecond)
                .containsExactly("lab-bot", "lab-key", 7);
        assertThat(accounts.get(new AccountName("eu-prod")).apiKey()).isEqualTo("eu-key");
    }

    @Test
    void the_settings_of_a_further_account_are_missed_by_name() {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.putAll(
                Map.of("LIFELINE_ACCOUNTS", "lab", "LIFELINE_CALLS_PER_SECOND_LA", "7", "SL_USERNAME_LAB", "bot"));

        assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                .hasMessageContainingAll("SL_API_KEY_LAB is missing", "did you mean LIFELINE_CALLS_PER_SECOND_LAB?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "drill", "file", "lab-file", "7up", "l_ab", "lab,lab", "a-name-of-21-characte"})
    void a_name_that_no_account_can_have_is_refused(String names) {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("LIFELINE_ACCOUNTS", names);

        assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                .hasMessageContaining("LIFELINE_ACCOUNTS has '");
    }

    private static Map<String, String> severalWorkspaces() {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("LIFELINE_INSTALL_WORKSPACES", "T0123ABCD, T0456EFGH");
        settings.put("SLACK_CLIENT_ID", "1.2");
        settings.put("SLACK_CLIENT_SECRET", "client-hush");
        settings.put("LIFELINE_ENCRYPTION_KEY", KEY + ", " + OTHER_KEY);
        settings.put("LIFELINE_PUBLIC_URL", "https://lifeline.example.com");
        return settings;
    }

    @Test
    void P6_further_workspaces_may_install_the_bot() {
        Settings.Slack slack =
                SettingsReader.read(severalWorkspaces(), Optional.empty()).slack();

        assertThat(slack.oauth())
                .contains(new Settings.OAuth(
                        "1.2", "client-hush", List.of(KEY, OTHER_KEY), Set.of("T0123ABCD", "T0456EFGH")));
        assertThat(slack.oauth().toString()).doesNotContain("hush", KEY);
    }

    @Test
    void one_workspace_needs_none_of_it_whatever_else_the_environment_holds() {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("SLACK_CLIENT_ID", "1.2");
        settings.put("SLACK_CLIENT_SECRET", "client-hush");

        assertThat(SettingsReader.read(settings, Optional.empty()).slack().oauth())
                .isEmpty();
    }

    @Test
    void what_is_missing_for_further_workspaces_is_told_at_once() {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("LIFELINE_INSTALL_WORKSPACES", "T0123ABCD");
        settings.put("LIFELINE_ENCRYPTION_KEY", "hush-hush");

        assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                .hasMessageContainingAll(
                        "SLACK_CLIENT_ID is missing",
                        "SLACK_CLIENT_SECRET is missing",
                        "LIFELINE_PUBLIC_URL is missing",
                        "LIFELINE_ENCRYPTION_KEY does not look right")
                .hasMessageNotContaining("hush");
    }
}
