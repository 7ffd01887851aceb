package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an app hears and may do when its tokens are revoked, or it is taken from the workspace. */
class InstallationTest extends FakeSlackTestBase {

    @Test
    void an_app_that_is_uninstalled_is_told_so_and_nothing_more() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "uninstall-app"));

        JsonNode told = socket.awaitFrame("events_api").path("payload");
        socket.ack(socket.awaitFrame("events_api"), "");

        assertThat(told.path("type").asText()).isEqualTo("event_callback");
        assertThat(told.at("/event/type").asText()).isEqualTo("app_uninstalled");
        assertThat(callExpectingError("chat.postMessage", "channel", INCIDENT_CHANNEL, "text", "x"))
                .isEqualTo("account_inactive");
        assertThat(act("asha", Map.of("types", "/rescue")).path("acked").asBoolean())
                .isFalse();
        assertThat(socket.framesOfType("slash_commands")).isEmpty();
    }

    @Test
    void an_app_whose_tokens_are_revoked_is_told_which() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "revoke-tokens"));

        JsonNode told = socket.awaitFrame("events_api").path("payload");
        socket.ack(socket.awaitFrame("events_api"), "");

        assertThat(told.at("/event/type").asText()).isEqualTo("tokens_revoked");
        assertThat(told.at("/event/tokens/bot/0").asText())
                .isEqualTo(told.at("/authorizations/0/user_id").asText());
        assertThat(callExpectingError("auth.test")).isEqualTo("token_revoked");
    }

    @Test
    void forgetting_the_faults_installs_it_anew() {
        client.injectFault(Map.of("fault", "uninstall-app"));
        client.delete("/sandbox/faults");

        assertThat(callExpectingError("auth.test")).isEmpty();
    }

    @Test
    void payloads_say_for_whom_the_app_is_there() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        var said = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> act("asha", Map.of("types", "@lifeline hello")));

        JsonNode mention = socket.awaitFrame("events_api").path("payload");
        socket.ack(socket.awaitFrame("events_api"), "");
        said.join();

        assertThat(mention.at("/authorizations/0/is_bot").asBoolean()).isTrue();
        assertThat(mention.at("/authorized_users/0").asText())
                .isEqualTo(mention.at("/authorizations/0/user_id").asText());
    }

    @Test
    void an_event_is_told_only_to_an_app_whose_scopes_let_it_hear() {
        client.injectFault(Map.of("fault", "revoke-scope", "scope", "app_mentions:read"));

        JsonNode unheard = act("asha", Map.of("types", "@lifeline hello"));

        assertThat(unheard.path("delivered").asBoolean(true)).isFalse();
    }
}
