package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an app receives and may do when its tokens are revoked or it is uninstalled. */
class InstallationTest extends FakeSlackTestBase {

    @Test
    void the_default_apps_token_has_the_scopes_of_the_manifest() throws IOException {
        List<String> scopes = new ArrayList<>();
        new YAMLMapper()
                .readTree(Path.of("manifest.yml").toFile())
                .at("/oauth_config/scopes/bot")
                .forEach(scope -> scopes.add(scope.asText()));
        String granted = client.callApiRaw("auth.test", FakeSlackClient.BOT_TOKEN)
                .headers()
                .firstValue("x-oauth-scopes")
                .orElseThrow();

        assertThat(granted.split(",")).containsExactlyInAnyOrderElementsOf(scopes);
    }

    @Test
    void scopes_are_told_to_whoever_has_a_token() {
        assertThat(client.callApiRaw("auth.test", FakeSlackClient.APP_TOKEN)
                        .headers()
                        .firstValue("x-oauth-scopes"))
                .contains("connections:write");
        for (String token : List.of("", "xoxb-wrong"))
            assertThat(client.callApiRaw("auth.test", token).headers().firstValue("x-oauth-scopes"))
                    .isEmpty();
    }

    @Test
    void a_method_that_exists_and_is_not_modelled_is_told_from_one_that_does_not_exist() {
        JsonNode methods = client.get("/sandbox/methods", Map.of());

        assertThat(callExpectingError("canvases.edit")).isEqualTo("not_modelled_in_the_sandbox");
        assertThat(callExpectingError("chat.shout")).isEqualTo("unknown_method");
        assertThat(methods.path("modelled").toString())
                .contains("\"chat.postMessage\"")
                .doesNotContain("canvases.edit");
        assertThat(methods.path("not_modelled").toString())
                .contains("\"canvases.edit\"")
                .doesNotContain("chat.postMessage");
    }

    @Test
    void an_app_is_told_that_its_events_are_limited() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "app-rate-limited"));

        JsonNode payload = socket.awaitFrame("events_api").path("payload");
        socket.ack(socket.awaitFrame("events_api"), "");

        assertThat(payload.path("type").asText()).isEqualTo("app_rate_limited");
        assertThat(payload.path("minute_rate_limited").isIntegralNumber()).isTrue();
        assertThat(payload.path("api_app_id").asText()).isEqualTo("A0LIFELINE");
    }

    @Test
    void an_app_whose_subscriptions_are_switched_off_gets_commands_and_no_events() {
        client.injectFault(Map.of("fault", "disable-subscriptions"));

        assertThat(act("asha", Map.of("types", "@lifeline hello"))
                        .path("delivered")
                        .asBoolean(true))
                .isFalse();
        client.delete("/sandbox/faults");
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        var said = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> act("asha", Map.of("types", "@lifeline hello")));
        socket.ack(
                socket.awaitFrame(
                        frame -> frame.at("/payload/event/type").asText().equals("app_mention")),
                "");
        assertThat(said.join().path("delivered").asBoolean(true)).isTrue();
    }

    @Test
    void an_uninstalled_app_receives_app_uninstalled_and_nothing_more() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "uninstall-app"));

        JsonNode payload = socket.awaitFrame("events_api").path("payload");
        socket.ack(socket.awaitFrame("events_api"), "");

        assertThat(payload.path("type").asText()).isEqualTo("event_callback");
        assertThat(payload.at("/event/type").asText()).isEqualTo("app_uninstalled");
        assertThat(callExpectingError("chat.postMessage", "channel", INCIDENT_CHANNEL, "text", "x"))
                .isEqualTo("account_inactive");
        assertThat(act("asha", Map.of("types", "/rescue")).path("acked").asBoolean())
                .isFalse();
        assertThat(socket.framesOfType("slash_commands")).isEmpty();
    }

    @Test
    void an_app_receives_which_tokens_were_revoked() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "revoke-tokens"));

        JsonNode payload = socket.awaitFrame("events_api").path("payload");
        socket.ack(socket.awaitFrame("events_api"), "");

        assertThat(payload.at("/event/type").asText()).isEqualTo("tokens_revoked");
        assertThat(payload.at("/event/tokens/bot/0").asText())
                .isEqualTo(payload.at("/authorizations/0/user_id").asText());
        assertThat(callExpectingError("auth.test")).isEqualTo("token_revoked");
    }

    @Test
    void clearing_the_faults_installs_the_app_again() {
        client.injectFault(Map.of("fault", "uninstall-app"));
        client.delete("/sandbox/faults");

        assertThat(callExpectingError("auth.test")).isEmpty();
    }

    @Test
    void payloads_name_the_installation() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        var said = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> act("asha", Map.of("types", "@lifeline hello")));

        JsonNode mention = socket.awaitFrame("events_api").path("payload");
        socket.ack(socket.awaitFrame("events_api"), "");
        said.join();

        assertThat(mention.at("/authorizations/0/is_bot").asBoolean()).isTrue();
        assertThat(mention.at("/authorizations/0/user_id").asText()).isEqualTo("U0LIFELINE");
    }

    @Test
    void an_event_is_delivered_only_to_an_app_with_its_scope() {
        client.injectFault(Map.of("fault", "revoke-scope", "scope", "app_mentions:read"));

        JsonNode unheard = act("asha", Map.of("types", "@lifeline hello"));

        assertThat(unheard.path("delivered").asBoolean(true)).isFalse();
    }
}
