package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.BotScope;
import dev.lifeline.testkit.SlackReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The app manifest matches the code; Slack's schema does not reject unknown scopes (src/docs/platform/slack.md, section manifest.yml). */
class ManifestTest {

    private static final Path SCHEMA_FILE = Path.of("../shared/data/slack-manifest.schema.2.0.0.json");

    private static final String SCOPES_POINTER = "/oauth_config/scopes/bot";
    private static final String EVENTS_POINTER = "/settings/event_subscriptions/bot_events";

    private final JsonNode manifest = readManifest();

    @Test
    void slacks_schema_accepts_it() throws IOException {
        assumeTrue(Files.exists(SCHEMA_FILE), "Skipped: Slack's manifest schema is not at " + SCHEMA_FILE);
        JsonNode schema = new YAMLMapper().readTree(SCHEMA_FILE.toFile());

        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

        assertThat(factory.getSchema(schema).validate(manifest)).isEmpty();
    }

    @Test
    void every_scope_is_used_and_every_used_scope_is_there() {
        assertThat(texts(manifest.at(SCOPES_POINTER))).containsExactlyElementsOf(requiredScopes());
        assertThat(unknownScopes(manifest)).isEmpty();
    }

    @Test
    void what_the_bot_works_without_may_be_left_out() {
        assertThat(texts(manifest.at("/oauth_config/scopes/bot_optional")))
                .containsExactlyElementsOf(Stream.of(BotScope.values())
                        .filter(BotScope::isOptional)
                        .map(BotScope::scopeName)
                        .toList());
        assertThat(BotScope.names()).isEqualTo(requiredScopes());
    }

    /** What others recorded has no page of {@code auth.revoke}, which needs no scope. */
    @ParameterizedTest
    @EnumSource(value = ApiMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTH_REVOKE")
    void each_call_needs_what_slack_documents_for_it_and_the_manifest_has(ApiMethod method) {
        Set<String> documented = SlackReference.botScopes(method.methodName());

        assertThat(documented).containsAll(named(method, documented));
        assertThat(documented.isEmpty()
                        || texts(manifest.at(SCOPES_POINTER)).stream().anyMatch(documented::contains))
                .isTrue();
    }

    /** The scopes that the code names; an e-mail address has a scope of its own, which its page names with the field. */
    private static Set<String> named(ApiMethod method, Set<String> documented) {
        Set<String> named = new TreeSet<>(method.scopes());
        if (!documented.contains("users:read.email")) named.remove("users:read.email");
        return named;
    }

    @Test
    void every_event_has_a_listener_and_every_listener_an_event() {
        assertThat(texts(manifest.at(EVENTS_POINTER))).containsExactlyInAnyOrderElementsOf(EventListeners.EVENT_TYPES);
        assertThat(unknownEvents(manifest)).isEmpty();
    }

    /** Scopes that no code needs. */
    static List<String> unknownScopes(JsonNode manifest) {
        Set<String> needed = requiredScopes();
        return texts(manifest.at(SCOPES_POINTER)).stream()
                .filter(scope -> !needed.contains(scope))
                .toList();
    }

    /** Events without a listener. */
    static List<String> unknownEvents(JsonNode manifest) {
        return texts(manifest.at(EVENTS_POINTER)).stream()
                .filter(event -> !EventListeners.EVENT_TYPES.contains(event))
                .toList();
    }

    private static Set<String> requiredScopes() {
        return Stream.concat(
                        Arrays.stream(ApiMethod.values()).flatMap(method -> method.scopes().stream()),
                        Stream.of("commands", "app_mentions:read"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_command_and_the_shortcut_have_a_listener() {
        assertThat(manifest.at("/features/slash_commands").findValuesAsText("command"))
                .containsExactly(Listeners.COMMAND);
        assertThat(manifest.at("/features/shortcuts").findValuesAsText("callback_id"))
                .containsExactly(Listeners.SHORTCUT_CALLBACK_ID, Listeners.GLOBAL_SHORTCUT_CALLBACK_ID);
        assertThat(manifest.at("/features/slash_commands/0/should_escape").asBoolean())
                .isTrue();
    }

    @Test
    void it_is_a_socket_mode_app_with_buttons() {
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode readManifest() {
        try {
            return new YAMLMapper().readTree(Path.of("manifest.yml").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
