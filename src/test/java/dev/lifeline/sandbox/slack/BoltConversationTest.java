package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.bolt.App;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole conversation of slack.md 3.2, held by unmodified Bolt for Java over Socket Mode. */
class BoltConversationTest {

    private PretendSlack slack;
    private Http http;
    private App app;
    private BoltApp bolt;

    @BeforeEach
    void start() throws Exception {
        slack = PretendSlack.start(SlackOptions.onPort(0));
        http = new Http(slack.url());
        app = BoltApp.against(slack.url());
    }

    @AfterEach
    void stop() throws Exception {
        if (bolt != null) bolt.close();
        slack.close();
    }

    private void connect() throws Exception {
        bolt = BoltApp.connect(app);
        await().until(() -> http.get("/sandbox/world", Map.of()).path("sockets").asInt() == 1);
    }

    @Test
    void a_command_is_acknowledged_and_answered_in_channel_thread_and_privately() throws Exception {
        app.command("/rescue", (request, context) -> {
            var parent = context.client()
                    .chatPostMessage(post -> post.channel(request.getPayload().getChannelId())
                            .text("rescue for " + request.getPayload().getText()));
            context.client()
                    .chatPostMessage(post -> post.channel(parent.getChannel())
                            .threadTs(parent.getTs())
                            .text("step 1"));
            context.respond(answer -> answer.responseType("ephemeral").text("started"));
            return context.ack("On it");
        });
        connect();

        JsonNode outcome = http.act(Map.of("person", "asha", "channel", "incident-42", "types", "/rescue web-07"));

        assertThat(outcome.path("acked").asBoolean()).as(outcome.toString()).isTrue();
        assertThat(outcome.path("ack").path("text").asText()).isEqualTo("On it");
        JsonNode seen = http.sees("asha", "incident-42").path("messages");
        assertThat(seen.findValuesAsText("text")).contains("rescue for web-07", "step 1", "started", "On it");
        assertThat(http.sees("bruno", "incident-42").path("messages").findValuesAsText("text"))
                .contains("rescue for web-07", "step 1")
                .doesNotContain("started", "On it");
    }
}
