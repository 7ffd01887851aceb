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

/** What arrives at a request URL, byte for byte, and what its answers come to. */
class SignedDeliveryTest extends Workplace {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One request as it came. */
    private record Delivery(String signature, String timestamp, String type, String retry, String body) {}

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile boolean proves = true;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void silence() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        boolean challenge = body.contains("\"url_verification\"");
        deliveries.add(new Delivery(
                headers.getFirst("X-Slack-Signature"),
                headers.getFirst("X-Slack-Request-Timestamp"),
                headers.getFirst("Content-Type"),
                headers.getFirst("X-Slack-Retry-Num") + " " + headers.getFirst("X-Slack-Retry-Reason"),
                body));
        String text =
                challenge ? (proves ? JSON.readTree(body).path("challenge").asText() : "") : answer;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(challenge ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void deliver() {
        slack.deliverTo(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events"));
        await().until(() -> deliveries.size() == 1);
    }

    @Test
    void every_request_is_signed_and_a_command_is_a_form() throws Exception {
        answer = "{\"response_type\":\"in_channel\",\"text\":\"for all\"}";
        deliver();
        JsonNode outcome = act("asha", Map.of("types", "/rescue web-07 & more"));

        Delivery command = deliveries.get(1);
        var generator = new SlackSignature.Generator("sandbox-lifeline-signing-secret");
        assertThat(deliveries)
                .allSatisfy(
                        one -> assertThat(one.signature()).isEqualTo(generator.generate(one.timestamp(), one.body())));
        assertThat(command.type()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(command.body())
                .contains("command=%2Frescue&text=web-07+%26+more")
                .doesNotContain("enterprise_id");
        assertThat(outcome.path("acked").asBoolean()).isTrue();
        assertThat(http.sees("farid", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("for all");
    }

    @Test
    void a_refused_event_comes_again_with_its_number_and_reason() {
        status = 500;
        deliver();
        act("asha", Map.of("types", "@lifeline hello"));
        await().until(() -> deliveries.size() == 3);

        assertThat(deliveries.get(1).retry()).isEqualTo("null null");
        assertThat(deliveries.get(1).type()).isEqualTo("application/json");
        assertThat(deliveries.get(2).retry()).isEqualTo("1 http_error");
        assertThat(deliveries.get(2).body()).isEqualTo(deliveries.get(1).body());
    }

    @Test
    void a_press_is_a_form_with_a_payload_and_a_refusal_is_shown() {
        status = 404;
        deliver();
        posted(
                "channel",
                INCIDENT,
                "blocks",
                "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"go\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]");

        JsonNode outcome = act("asha", Map.of("presses", "go"));

        assertThat(deliveries.get(1).body()).startsWith("payload=%7B%22type%22%3A%22block_actions%22");
        assertThat(outcome.path("shown").asText()).isEqualTo("This app responded with Status Code 404.");
    }

    @Test
    void a_url_that_does_not_prove_itself_is_asked_again_before_it_gets_anything() {
        proves = false;
        deliver();
        JsonNode refused = act("asha", Map.of("types", "/rescue"));
        proves = true;
        JsonNode taken = act("asha", Map.of("types", "/rescue"));

        assertThat(refused.path("shown").asText()).contains("dispatch_failed");
        assertThat(taken.path("acked").asBoolean()).isTrue();
    }

    @Test
    void an_open_socket_comes_first() {
        deliver();
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");
        var deed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        socket.ack(socket.next("slash_commands"), "");

        assertThat(deed.join().path("acked").asBoolean()).isTrue();
        assertThat(deliveries).hasSize(1);
    }

    @Test
    void a_delivery_can_be_doubled_here_too() {
        deliver();
        http.fault(Map.of("fault", "duplicate-envelope"));
        act("asha", Map.of("types", "/rescue"));

        await().until(() -> deliveries.size() == 3);
        assertThat(deliveries.get(1).body()).isEqualTo(deliveries.get(2).body());
    }
}
