package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an app receives and may do when its tokens are revoked or it is uninstalled. */
class InstallationTest extends FakeSlackTestBase {

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
        assertThat(mention.at("/authorized_users/0").asText())
                .isEqualTo(mention.at("/authorizations/0/user_id").asText());
    }

    @Test
    void an_event_is_delivered_only_to_an_app_with_its_scope() {
        client.injectFault(Map.of("fault", "revoke-scope", "scope", "app_mentions:read"));

        JsonNode unheard = act("asha", Map.of("types", "@lifeline hello"));

        assertThat(unheard.path("delivered").asBoolean(true)).isFalse();
    }
}
