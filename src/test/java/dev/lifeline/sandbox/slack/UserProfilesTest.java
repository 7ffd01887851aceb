package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Users become guests or are deactivated; the workspace can belong to an organisation (src/docs/platform/slack.md, section
 * Who is clicking).
 */
class UserProfilesTest extends FakeSlackTestBase {

    private JsonNode ashaProfile() {
        return client.callApi("users.info", "user", "U0ASHA").path("user");
    }

    private void changeUserKind(String to) {
        client.injectFault(Map.of("fault", "change-person", "person", "asha", "to", to));
    }

    @Test
    void a_guest_is_of_several_channels_or_of_one() {
        changeUserKind("guest");
        JsonNode several = ashaProfile();
        changeUserKind("single_channel_guest");
        JsonNode one = ashaProfile();

        assertThat(several.path("is_restricted").asBoolean()).isTrue();
        assertThat(several.path("is_ultra_restricted").asBoolean(true)).isFalse();
        assertThat(one.path("is_restricted").asBoolean()).isTrue();
        assertThat(one.path("is_ultra_restricted").asBoolean()).isTrue();
    }

    @Test
    void a_deactivated_user_is_found_by_id_only_and_cannot_act() {
        changeUserKind("deactivated");

        assertThat(ashaProfile().path("deleted").asBoolean()).isTrue();
        assertThat(callExpectingError("users.lookupByEmail", "email", "asha@example.com"))
                .isEqualTo("users_not_found");
        assertThat(callExpectingError("conversations.open", "users", "U0ASHA")).isEqualTo("user_disabled");
        assertThat(act("asha", Map.of("types", "hello")).path("error").asText()).contains("deactivated");
    }

    @Test
    void roles_are_restored_when_faults_are_cleared() {
        changeUserKind("deactivated");
        client.injectFault(Map.of("fault", "join-enterprise"));
        client.delete("/sandbox/faults");

        assertThat(ashaProfile().path("deleted").asBoolean(true)).isFalse();
        assertThat(client.callApi("auth.test").has("enterprise_id")).isFalse();
    }

    @Test
    void an_unknown_role_is_answered_with_the_known_ones() {
        JsonNode refused = client.injectFault(Map.of("fault", "change-person", "person", "asha", "to", "bot"));
        JsonNode unknown = client.injectFault(Map.of("fault", "change-person", "person", "zoe", "to", "guest"));

        assertThat(refused.path("choices").toString())
                .contains("member", "guest")
                .doesNotContain("bot");
        assertThat(unknown.path("choices").toString()).contains("asha");
    }

    @Test
    void the_organisations_id_is_in_every_payload() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "join-enterprise", "enterprise", "E0GRID"));

        JsonNode command = typeAndAck(socket, "slash_commands", "/rescue");
        JsonNode event = typeAndAck(socket, "events_api", "@lifeline hello");
        client.callApi("chat.postMessage", "channel", INCIDENT_CHANNEL, "text", "x", "blocks", """
                [{"type":"actions","elements":[{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}]
                """);
        var pressed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("presses", "go")));
        JsonNode press = ackNext(socket, "interactive");
        pressed.join();

        assertThat(command.path("enterprise_id").asText()).isEqualTo("E0GRID");
        assertThat(command.path("enterprise_name").asText()).isNotEmpty();
        assertThat(press.at("/enterprise/id").asText()).isEqualTo("E0GRID");
        assertThat(event.at("/authorizations/0/enterprise_id").asText()).isEqualTo("E0GRID");
        assertThat(event.path("context_enterprise_id").asText()).isEqualTo("E0GRID");
        assertThat(ashaProfile().at("/enterprise_user/teams/0").asText()).isEqualTo("T0LIFELINE");
        assertThat(client.callApi("auth.test").path("enterprise_id").asText()).isEqualTo("E0GRID");
    }

    private JsonNode typeAndAck(RawSocket socket, String type, String typed) {
        var result = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", typed)));
        JsonNode payload = ackNext(socket, type);
        result.join();
        return payload;
    }

    private static JsonNode ackNext(RawSocket socket, String type) {
        JsonNode envelope = socket.awaitFrame(type);
        socket.ack(envelope, "");
        return envelope.path("payload");
    }
}
