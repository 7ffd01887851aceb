package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppMentionEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Unmodified Bolt behind a plain HTTP server, which verifies Slack's signatures itself (src/docs/platform/slack.md, section
 * HTTP mode).
 */
class BoltOverHttpTest {

    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private FakeSlack slack;
    private FakeSlackClient slackClient;
    private App app;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        slack = FakeSlack.start(SlackOptions.onPort(0));
        slackClient = new FakeSlackClient(slack.url());
        app = PlainBoltClient.appFor(slack.url());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/slack/events", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        slack.close();
    }

    private void startDelivery() {
        slack.setRequestUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events"));
        await().until(() -> !statuses.isEmpty());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SlackRequestParser.HttpRequest raw = SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .requestBody(body)
                .headers(new RequestHeaders(exchange.getRequestHeaders()))
                .remoteAddress("127.0.0.1")
                .build();
        Response response;
        try {
            response = app.run(new SlackRequestParser(app.config()).parse(raw));
        } catch (Exception e) {
            throw new IOException(e);
        }
        statuses.add(response.getStatusCode());
        byte[] answer =
                response.getBody() == null ? new byte[0] : response.getBody().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of(response.getContentType()));
        exchange.sendResponseHeaders(response.getStatusCode(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void the_url_is_verified_and_a_command_is_answered_in_the_body() {
        app.command(
                "/rescue",
                (request, context) -> context.ack("über " + request.getPayload().getText() + " & co"));
        startDelivery();

        JsonNode outcome =
                slackClient.act(Map.of("person", "asha", "channel", "incident-42", "types", "/rescue web-07 + ü"));

        assertThat(outcome.path("acked").asBoolean()).as(outcome.toString()).isTrue();
        assertThat(slackClient
                        .visibleTo("asha", "incident-42")
                        .path("messages")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("über web-07 + ü & co");
        assertThat(statuses).containsOnly(200);
    }

    @Test
    void clicks_and_mentions_are_signed_too() {
        List<String> received = new CopyOnWriteArrayList<>();
        app.blockAction("go", (request, context) -> {
            received.add("pressed " + request.getPayload().getActions().get(0).getValue());
            return context.ack();
        });
        app.event(AppMentionEvent.class, (request, context) -> {
            received.add(request.getEvent().getText());
            return context.ack();
        });
        startDelivery();
        slackClient.callApi(
                "chat.postMessage",
                "channel",
                "C0INCIDENT42",
                "blocks",
                "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"go\",\"value\":\"7\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]");

        slackClient.act(Map.of("person", "asha", "channel", "incident-42", "presses", "go"));
        slackClient.act(Map.of("person", "asha", "channel", "incident-42", "types", "@lifeline hé"));

        assertThat(received).containsExactly("pressed 7", "<@U0LIFELINE> hé");
    }

    @Test
    void an_app_that_does_not_know_a_command_is_a_service_error() {
        startDelivery();

        JsonNode outcome = slackClient.act(Map.of("person", "asha", "channel", "incident-42", "types", "/rescue"));

        assertThat(outcome.path("acked").asBoolean()).isFalse();
        assertThat(outcome.path("shown").asText()).contains("http_service_error");
    }
}
