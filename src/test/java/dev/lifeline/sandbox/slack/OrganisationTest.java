package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Ids and workspaces in organisations and shared channels, and late deliveries (src/docs/platform/slack.md, section Who is clicking). */
class OrganisationTest extends FakeSlackTestBase {

    private static final String FORM = """
            {"type":"modal","callback_id":"form","title":{"type":"plain_text","text":"Rescue"},"submit":{"type":"plain_text","text":"Go"},
             "blocks":[{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Reason"},
             "element":{"type":"plain_text_input","action_id":"reason"}}]}""";

    private JsonNode describe(String as) {
        client.injectFault(Map.of("fault", "describe-person", "person", "asha", "as", as));
        return client.callApi("users.info", "user", "U0ASHA").path("user");
    }

    /** The envelope of what a user does. */
    private JsonNode deliver(RawSocket socket, Runnable action) {
        int before = socket.frames().size();
        var done = CompletableFuture.runAsync(action);
        JsonNode envelope =
                socket.awaitFrame(frame -> socket.frames().indexOf(frame) >= before && frame.has("envelope_id"));
        socket.ack(envelope, "");
        done.join();
        return envelope;
    }

    private RawSocket connect() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        return socket;
    }

    @Test
    void a_user_may_be_described_without_a_workspace() {
        JsonNode user = describe("without_team");

        assertThat(user.has("team_id")).isFalse();
        assertThat(user.path("profile").has("team")).isFalse();
    }

    @Test
    void a_user_of_an_organisation_has_an_id_in_it_and_is_found_by_either() {
        client.injectFault(Map.of("fault", "join-enterprise"));
        JsonNode user = describe("with_organisation_id");

        assertThat(user.path("id").asText()).isEqualTo("W0ASHA");
        assertThat(user.at("/enterprise_user/id").asText()).isEqualTo("W0ASHA");
        assertThat(client.callApi("users.info", "user", "W0ASHA").path("user")).isEqualTo(user);
    }

    @Test
    void an_address_may_be_unconfirmed_and_the_description_is_restored_when_faults_are_cleared() {
        assertThat(describe("with_unconfirmed_email").path("is_email_confirmed").asBoolean(true))
                .isFalse();

        client.delete("/sandbox/faults");
        assertThat(describe("as_usual").path("is_email_confirmed").asBoolean()).isTrue();
    }

    @Test
    void an_app_of_a_whole_organisation_is_told_so_in_every_payload() {
        client.injectFault(Map.of("fault", "join-enterprise", "org_wide", true));
        RawSocket socket = connect();

        JsonNode command =
                deliver(socket, () -> act("asha", Map.of("types", "/rescue"))).path("payload");
        client.callApi("views.open", "trigger_id", command.path("trigger_id").asText(), "view", FORM);
        JsonNode submission = deliver(
                        socket, () -> client.act(Map.of("person", "asha", "submits", Map.of("reason", "disk"))))
                .path("payload");
        JsonNode mention = deliver(socket, () -> act("asha", Map.of("types", "<@U0LIFELINE> help")))
                .path("payload");

        assertThat(command.path("is_enterprise_install").asText()).isEqualTo("true");
        assertThat(submission.path("is_enterprise_install").asBoolean()).isTrue();
        assertThat(submission.path("team").isNull()).isTrue();
        assertThat(submission.at("/enterprise/id").asText()).isEqualTo("E0SANDBOX");
        assertThat(mention.at("/authorizations/0/is_enterprise_install").asBoolean())
                .isTrue();
        assertThat(client.callApi("auth.test").path("is_enterprise_install").asBoolean())
                .isTrue();
    }

    @Test
    void a_mention_by_another_companys_user_names_their_workspace_and_the_authorization_names_the_apps() {
        RawSocket socket = connect();

        JsonNode payload = deliver(
                        socket, () -> act("gwen", Map.of("types", "<@U0LIFELINE> help", "channel", "shared-partner")))
                .path("payload");

        assertThat(payload.path("team_id").asText()).isEqualTo("T0PARTNER1");
        assertThat(payload.at("/event/user_team").asText()).isEqualTo("T0PARTNER1");
        assertThat(payload.at("/authorizations/0/team_id").asText()).isEqualTo("T0LIFELINE");
        assertThat(payload.path("is_ext_shared_channel").asBoolean()).isTrue();
    }

    @Test
    void a_delivery_may_be_of_an_hour_ago() {
        RawSocket socket = connect();
        client.injectFault(Map.of("fault", "stale-envelope", "method", "events_api", "seconds", 3_600));

        JsonNode envelope = deliver(socket, () -> act("asha", Map.of("types", "<@U0LIFELINE> help")));

        long hourAgo = clock.instant().getEpochSecond() - 3_600;
        assertThat(envelope.path("retry_attempt").asInt()).isEqualTo(1);
        assertThat(envelope.at("/payload/event_time").asLong()).isEqualTo(hourAgo);
        assertThat(envelope.at("/payload/event/ts").asText()).startsWith(hourAgo + ".");
    }
}
