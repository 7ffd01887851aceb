package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTP deliveries byte for byte, and the effect of their responses. */
class SignedDeliveryTest extends FakeSlackTestBase {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One request as received. */
    private record Delivery(String signature, String timestamp, String contentType, String retryHeaders, String body) {}

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String responseBody = "";
    private volatile boolean answersChallenge = true;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        boolean challenge = body.contains("\"url_verification\"");
        deliveries.add(new Delivery(
                headers.getFirst("X-Slack-Signature"),
                headers.getFirst("X-Slack-Request-Timestamp"),
                headers.getFirst("Content-Type"),
                headers.getFirst("X-Slack-Retry-Num") + " " + headers.getFirst("X-Slack-Retry-Reason"),
                body));
        String text = challenge
                ? (answersChallenge ? JSON.readTree(body).path("challenge").asText() : "")
                : responseBody;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(challenge ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void startDelivery() {
        slack.setRequestUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events"));
        await().until(() -> deliveries.size() == 1);
    }

    @Test
    void every_request_is_signed_and_a_command_is_a_form() throws Exception {
        responseBody = "{\"response_type\":\"in_channel\",\"text\":\"for all\"}";
        startDelivery();
        JsonNode outcome = act("asha", Map.of("types", "/rescue web-07 & more"));

        Delivery command = deliveries.get(1);
        var generator = new SlackSignature.Generator("sandbox-lifeline-signing-secret");
        assertThat(deliveries)
                .allSatisfy(
                        one -> assertThat(one.signature()).isEqualTo(generator.generate(one.timestamp(), one.body())));
        assertThat(command.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(command.body())
                .contains("command=%2Frescue&text=web-07+%26+more")
                .doesNotContain("enterprise_id");
        assertThat(outcome.path("acked").asBoolean()).isTrue();
        assertThat(client.visibleTo("farid", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("for all");
    }

    @Test
    void a_refused_event_is_retried_with_its_number_and_reason() {
        status = 500;
        startDelivery();
        act("asha", Map.of("types", "@lifeline hello"));
        await().until(() -> deliveries.size() == 3);

        assertThat(deliveries.get(1).retryHeaders()).isEqualTo("null null");
        assertThat(deliveries.get(1).contentType()).isEqualTo("application/json");
        assertThat(deliveries.get(2).retryHeaders()).isEqualTo("1 http_error");
        assertThat(deliveries.get(2).body()).isEqualTo(deliveries.get(1).body());
    }

    @Test
    void a_click_is_a_form_with_a_payload_and_an_error_is_shown() {
        status = 404;
        startDelivery();
        postMessage(
                "channel",
                INCIDENT_CHANNEL,
                "blocks",
                "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"go\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]");

        JsonNode outcome = act("asha", Map.of("presses", "go"));

        assertThat(deliveries.get(1).body()).startsWith("payload=%7B%22type%22%3A%22block_actions%22");
        assertThat(outcome.path("shown").asText()).isEqualTo("This app responded with Status Code 404.");
    }

    @Test
    void an_unverified_url_is_challenged_again_before_the_first_delivery() {
        answersChallenge = false;
        startDelivery();
        JsonNode refused = act("asha", Map.of("types", "/rescue"));
        answersChallenge = true;
        JsonNode taken = act("asha", Map.of("types", "/rescue"));

        assertThat(refused.path("shown").asText()).contains("dispatch_failed");
        assertThat(taken.path("acked").asBoolean()).isTrue();
    }

    @Test
    void an_open_socket_comes_first() {
        startDelivery();
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        var result = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        socket.ack(socket.awaitFrame("slash_commands"), "");

        assertThat(result.join().path("acked").asBoolean()).isTrue();
        assertThat(deliveries).hasSize(1);
    }

    @Test
    void an_http_delivery_can_be_duplicated_too() {
        startDelivery();
        client.injectFault(Map.of("fault", "duplicate-envelope"));
        act("asha", Map.of("types", "/rescue"));

        await().until(() -> deliveries.size() == 3);
        assertThat(deliveries.get(1).body()).isEqualTo(deliveries.get(2).body());
    }
}
