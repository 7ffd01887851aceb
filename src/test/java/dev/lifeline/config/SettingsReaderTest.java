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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    static final Map<String, String> REQUIRED_SETTINGS = Map.of(
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
    void a_token_may_be_of_any_length_and_begins_as_it_says() {
        Map<String, String> tokens = new HashMap<>(REQUIRED_SETTINGS);
        tokens.putAll(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1", "SLACK_SIGNING_SECRET", "s"));
        assertThat(SettingsReader.read(tokens, Optional.empty()).slack().botToken())
                .isEqualTo("xoxb-1");

        tokens.putAll(Map.of("SLACK_BOT_TOKEN", "xoxb-", "SLACK_APP_TOKEN", "xoxb-1"));
        assertThatThrownBy(() -> SettingsReader.read(tokens, Optional.empty()))
                .hasMessageContainingAll("it begins with xoxb-", "it begins with xapp-");
    }

    @Test
    void a_blank_signing_secret_is_refused() {
        Map<String, String> blank = new HashMap<>(REQUIRED_SETTINGS);
        blank.put("SLACK_SIGNING_SECRET", "  ");

        assertThatThrownBy(() -> SettingsReader.read(blank, Optional.empty()))
                .hasMessageContaining("SLACK_SIGNING_SECRET is blank");
    }

    /** A template whose variable is not set leaves a blank one, and absent would mean the opposite. */
    @ParameterizedTest
    @ValueSource(strings = {"LIFELINE_POLICY", "LIFELINE_CHANNELS", "LIFELINE_DATABASE_URL"})
    void what_closes_something_is_never_absent_by_being_blank(String name, @TempDir Path folder) throws IOException {
        Map<String, String> blank = new HashMap<>(REQUIRED_SETTINGS);
        blank.put(name, " ");
        Path file = Files.writeString(folder.resolve("lifeline.yml"), name + ":\n");

        assertThatThrownBy(() -> SettingsReader.read(blank, Optional.empty())).hasMessageContaining(name + " is blank");
        assertThatThrownBy(() -> SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file)))
                .hasMessageContaining(name + " is blank");
    }

    @Test
    void a_list_of_channels_without_a_channel_does_not_serve_all() {
        Map<String, String> comma = new HashMap<>(REQUIRED_SETTINGS);
        comma.put("LIFELINE_CHANNELS", " , ");

        assertThatThrownBy(() -> SettingsReader.read(comma, Optional.empty()))
                .hasMessageContaining("LIFELINE_CHANNELS does not look right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLACK_APP_TOKEN", "HTTPS_PROXY", "LIFELINE_DATABASE_URL", "LIFELINE_WEBHOOK_SECRET"})
    void an_empty_file_with_a_secret_is_named(String name, @TempDir Path folder) throws IOException {
        Map<String, String> environment = new HashMap<>(REQUIRED_SETTINGS);
        environment.remove(name);
        Path empty = Files.writeString(folder.resolve("secret"), "\n");
        environment.put(name + "_FILE", empty.toString());

        assertThatThrownBy(() -> SettingsReader.read(environment, Optional.empty()))
                .hasMessageContaining(name + "_FILE is an empty file: " + empty);
    }

    @ParameterizedTest
    @CsvSource({
        "a-secret-of-24-characters, true",
        "a-secret-of-23-chars-23, false",
        "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz, true",
        "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNA==, true",
        "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=, false",
        "whsec_not-base64-but-long-enough-to-be-a-secret, false"
    })
    void a_secret_of_webhooks_is_long_and_base64_where_it_says_so(String secret, boolean accepted) {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("LIFELINE_WEBHOOK_SECRET", secret);

        if (accepted)
            assertThat(SettingsReader.read(settings, Optional.empty()).server().webhookSecret())
                    .contains(secret);
        else
            assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                    .hasMessageContaining("LIFELINE_WEBHOOK_SECRET does not look right")
                    .hasMessageNotContaining(secret);
    }

    @Test
    void the_environment_wins_over_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "LIFELINE_HTTP_PORT: 4000\nSL_USERNAME: other\n");

        Settings settings = SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file));

        assertThat(settings.server().http().port()).isEqualTo(4000);
        assertThat(settings.softLayer().username()).isEqualTo("lifeline");
    }

    @ParameterizedTest
    @CsvSource({
        "https_proxy=http://lower:1, lower:1",
        "HTTPS_PROXY=http://upper:1|https_proxy=http://lower:1, upper:1",
        "HTTPS_PROXY=|https_proxy=http://lower:1, ",
        ", file:1"
    })
    void the_proxy_is_read_by_either_name_in_the_environment_and_by_one_in_the_file(
            String variables, String proxy, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "HTTPS_PROXY: http://ann:hush@file:1\n");
        Map<String, String> environment = new HashMap<>(REQUIRED_SETTINGS);
        for (String variable : Optional.ofNullable(variables).orElse("X=").split("\\|"))
            environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);

        Settings settings = SettingsReader.read(environment, Optional.of(file));

        assertThat(settings.slack().proxies().proxy().map(Object::toString)).isEqualTo(Optional.ofNullable(proxy));
        assertThat(settings.softLayer().proxies()).isEqualTo(settings.slack().proxies());
    }

    @Test
    void P6_a_proxy_that_is_none_is_refused_without_its_password() {
        Map<String, String> environment = new HashMap<>(REQUIRED_SETTINGS);
        environment.put("https_proxy", "socks5://ann:hush@proxy:1080");

        assertThatThrownBy(() -> SettingsReader.read(environment, Optional.empty()))
                .hasMessageContaining("HTTPS_PROXY is not the address of an HTTP proxy")
                .hasMessageNotContaining("hush");
    }

    @Test
    void an_alias_in_the_file_stands_for_the_value_of_its_anchor(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("lifeline.yml"), "LIFELINE_HTTP_PORT: &port 4000\nLIFELINE_SSH_PORT: *port\n");

        Settings settings = SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file));

        assertThat(settings.server().devicePorts().ssh()).isEqualTo(4000);
    }

    @Test
    void a_misspelt_name_in_the_file_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "LIFELINE_HTPP_PORT: 4000\n");

        assertThatThrownBy(() -> SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file)))
                .hasMessageContaining("LIFELINE_HTPP_PORT is not a setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIFELINE_SSH_PORT", "LIFELINE_RDP_PORT"})
    void a_device_listens_on_no_port_0(String name) {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put(name, "0");

        assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(name + " is not a number from 1 to 65535: '0'");
    }

    @ParameterizedTest
    @CsvSource({
        "LIFELINE_HTPP_PORT, LIFELINE_HTTP_PORT",
        "SLACK_BOT_TOKN, SLACK_BOT_TOKEN",
        "SL_APIKEY, SL_API_KEY",
        "SL_API_KEY_FIL, SL_API_KEY_FILE"
    })
    void the_nearest_name_is_offered_for_a_misspelt_one(String misspelt, String meant, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), misspelt + ": 4000\n");

        assertThatThrownBy(() -> SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file)))
                .hasMessageContaining(misspelt + " is not a setting; did you mean " + meant + "?");
    }

    @Test
    void a_misspelt_name_in_the_environment_is_found_too_and_what_kubernetes_puts_there_is_none() {
        Map<String, String> environment = new HashMap<>(REQUIRED_SETTINGS);
        environment.put("LIFELINE_SERVICE_HOST", "10.0.0.1");
        environment.put("LIFELINE_PORT", "tcp://10.0.0.1:80");
        environment.put("LIFELINE_PORT_80_TCP_ADDR", "10.0.0.1");
        SettingsReader.read(environment, Optional.empty());

        environment.put("LIFELINE_CHANELS", "C0123ABCD");

        assertThatThrownBy(() -> SettingsReader.read(environment, Optional.empty()))
                .hasMessageContaining("LIFELINE_CHANELS is not a setting; did you mean LIFELINE_CHANNELS?");
    }

    @Test
    void a_secret_may_be_in_a_file_of_its_own(@TempDir Path folder) throws IOException {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.remove("SL_API_KEY");
        settings.put(
                "SL_API_KEY_FILE",
                Files.writeString(folder.resolve("key"), "from-a-file\n").toString());

        assertThat(SettingsReader.read(settings, Optional.empty()).softLayer().apiKey())
                .isEqualTo("from-a-file");
    }

    @Test
    void a_secret_in_the_environment_replaces_one_in_a_file_of_settings(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.yml"), "SL_API_KEY_FILE: /nowhere\n");

        assertThat(SettingsReader.read(REQUIRED_SETTINGS, Optional.of(file))
                        .softLayer()
                        .apiKey())
                .isEqualTo("a-key");
    }

    @Test
    void P6_a_secret_that_is_given_twice_or_cannot_be_read_is_reported_without_it(@TempDir Path folder) {
        Map<String, String> settings = new HashMap<>(REQUIRED_SETTINGS);
        settings.put("SLACK_BOT_TOKEN_FILE", folder.resolve("none").toString());
        assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                .hasMessageContaining("SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both given")
                .hasMessageNotContaining("0123456789ab");

        settings.remove("SLACK_BOT_TOKEN");
        assertThatThrownBy(() -> SettingsReader.read(settings, Optional.empty()))
                .hasMessageContaining("SLACK_BOT_TOKEN_FILE is no file with one secret");
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
