package dev.lifeline.webhook;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.testkit.InMemoryOutbox;
import dev.lifeline.testkit.SettableClock;
import dev.lifeline.transport.HttpProxies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of a webhook on a server of the loopback interface. */
class WebhookRelayTest {

    private static final String SECRET = "a-secret-of-more-than-24-characters";
    private static final RequestId REQUEST = new RequestId("request00007");
    private static final StreamKey STREAM = new StreamKey.Webhook(REQUEST);
    private static final Duration TIME_TO_APPROVE = Duration.ofMinutes(10);

    private final MockWebServer server = new MockWebServer();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final SettableClock clock = new SettableClock();
    private final List<String> undeliverable = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebhookRelay relay(Optional<String> secret) {
        WebhookClient client = new WebhookClient(
                secret, HttpProxies.JVM_DEFAULT, clock, method -> outcome -> outcomes.add(method + " " + outcome));
        return new WebhookRelay(
                outbox,
                client,
                (message, reason) -> () -> undeliverable.add(message.streamKey().toString()),
                clock);
    }

    private void enqueue() {
        WebhookCall call = new WebhookCall(
                server.url("/wake").uri(),
                "request00007-4",
                Map.of("type", "approval-reminder", "device", "web-07.example.com"),
                NOON.plus(TIME_TO_APPROVE));
        outbox.add(new OutboxMessage(1, STREAM, new Content.WebhookMessage(REQUEST, call), false));
    }

    private void answer(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
    }

    @Test
    void a_call_carries_its_id_its_time_and_a_signature_over_both_and_the_body() throws Exception {
        answer(204);
        enqueue();

        assertThat(relay(Optional.of(SECRET)).run(STREAM.toString())).isEmpty();

        RecordedRequest request = server.takeRequest();
        String body = request.getBody().utf8();
        assertThat(body).isEqualTo("{\"device\":\"web-07.example.com\",\"type\":\"approval-reminder\"}");
        assertThat(request.getHeaders().get("webhook-id")).isEqualTo("request00007-4");
        assertThat(request.getHeaders().get("webhook-timestamp")).isEqualTo(Long.toString(NOON.getEpochSecond()));
        assertThat(request.getHeaders().get("webhook-signature"))
                .isEqualTo("v1," + hmac("request00007-4." + NOON.getEpochSecond() + "." + body));
        assertThat(outbox.calls).containsExactly("attempted 1", "delivered 1");
        assertThat(outcomes).containsExactly("webhook delivered");
    }

    /** As the libraries for receivers take it. */
    @Test
    void a_secret_in_the_notation_of_standard_webhooks_is_decoded_first() throws Exception {
        byte[] key = "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8);
        answer(204);
        enqueue();

        relay(Optional.of("whsec_" + Base64.getEncoder().encodeToString(key))).run(STREAM.toString());

        RecordedRequest request = server.takeRequest();
        String signed = "request00007-4." + NOON.getEpochSecond() + "."
                + request.getBody().utf8();
        assertThat(request.getHeaders().get("webhook-signature")).isEqualTo("v1," + hmac(key, signed));
    }

    private static String hmac(String text) throws GeneralSecurityException {
        return hmac(SECRET.getBytes(StandardCharsets.UTF_8), text);
    }

    private static String hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 408})
    void P7_what_may_succeed_later_is_repeated_with_the_same_id(int status) throws Exception {
        answer(status);
        answer(200);
        enqueue();
        WebhookRelay relay = relay(Optional.of(SECRET));

        assertThat(relay.run(STREAM.toString())).contains(NOON.plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(relay.run(STREAM.toString())).isEmpty();

        assertThat(server.takeRequest().getHeaders().get("webhook-id"))
                .isEqualTo(server.takeRequest().getHeaders().get("webhook-id"));
        assertThat(undeliverable).isEmpty();
    }

    @Test
    void it_is_given_up_and_said_once_nobody_can_approve_any_more() {
        answer(500);
        enqueue();
        clock.advance(TIME_TO_APPROVE.minusSeconds(1));

        assertThat(relay(Optional.of(SECRET)).run(STREAM.toString())).isEmpty();

        assertThat(undeliverable).containsExactly("webhook:request00007");
        assertThat(outbox.pending(STREAM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 410})
    void no_redirect_is_followed_and_what_is_rejected_is_said_at_once(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", server.url("/elsewhere").toString())
                .build());
        enqueue();

        assertThat(relay(Optional.of(SECRET)).run(STREAM.toString())).isEmpty();

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(undeliverable).hasSize(1);
        assertThat(outcomes).containsExactly("webhook rejected");
    }

    @Test
    void P6_nothing_is_sent_unsigned() {
        enqueue();

        assertThat(relay(Optional.empty()).run(STREAM.toString())).isEmpty();

        assertThat(server.getRequestCount()).isZero();
        assertThat(undeliverable).hasSize(1);
    }

    @Test
    void a_receiver_that_is_not_there_is_tried_again() {
        enqueue();
        server.close();

        assertThat(relay(Optional.of(SECRET)).run(STREAM.toString())).contains(NOON.plusSeconds(1));
        assertThat(undeliverable).isEmpty();
    }
}
