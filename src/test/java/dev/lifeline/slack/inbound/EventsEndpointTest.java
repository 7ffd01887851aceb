package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.slack.HttpModeTestBase;
import dev.lifeline.slack.SamplePayloads;
import dev.lifeline.slack.SlackFixture;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.transport.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests at Slack's endpoint: what is genuine, and what only looks like it. */
class EventsEndpointTest extends HttpModeTestBase {

    private static final String COMMAND_BODY = "command=%2Frescue&text=web-07&team_id=T1OURS&channel_id=C1&user_id=U1"
            + "&api_app_id=A0APP&response_url=https%3A%2F%2Fhooks.slack.com%2F1&trigger_id=t1";

    /** A request as it goes over the wire. */
    private record RawRequest(String method, String timestamp, String signature, byte[] body) {}

    @Test
    void slacks_own_example_holds() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        RequestVerifier requestVerifier = new RequestVerifier("8f742231b10e8888abcd99yyyzzz85a5");

        boolean holds = requestVerifier.isValid(
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "1531420618",
                body.getBytes(StandardCharsets.UTF_8),
                java.time.Instant.ofEpochSecond(1531420618));

        assertThat(holds).isTrue();
    }

    @Test
    void a_genuine_command_is_an_ask() {
        assertThat(send(genuine(COMMAND_BODY)).status()).isEqualTo(200);
        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(new Interaction.Payload.SlashCommand("web-07"));
        assertThat(adapter.ready()).isTrue();
    }

    @Test
    void P2_the_first_delivery_waits_for_nothing_that_the_start_could_have_asked() {
        adapter.checkTokens();
        int asked = slack.calls().size();

        assertThat(send(genuine(COMMAND_BODY)).status()).isEqualTo(200);

        assertThat(slack.calls()).hasSize(asked);
    }

    @Test
    void where_slack_does_not_tell_the_apps_id_what_it_signed_is_heard_all_the_same() {
        slack.respondOnce(
                "bots.info",
                new MockResponse.Builder().code(404).body("<h1>404</h1>").build());

        assertThat(send(genuine(COMMAND_BODY)).status()).isEqualTo(200);
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void a_token_that_is_good_again_is_found_so_even_when_there_is_nothing_to_say() {
        String revoked =
                SamplePayloads.withFreshIds(new SamplePayloads("").all().getOrDefault("tokens_revoked", ""), 1);
        assertThat(send(genuine(revoked)).status()).isEqualTo(200);
        slack.failOnce("auth.test", "token_revoked");
        adapter.maintainTokens();
        assertThat(adapter.ready()).isFalse();

        adapter.maintainTokens();

        assertThat(adapter.ready()).isTrue();
    }

    @Test
    void letters_beyond_ascii_are_signed_as_the_bytes_they_are() {
        String event =
                "{\"type\":\"event_callback\",\"team_id\":\"T1OURS\",\"api_app_id\":\"A0APP\",\"event_id\":\"Ev1\",\"event\":{\"type\":"
                        + "\"app_mention\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"1.1\",\"text\":\"<@U0BOT> perché ✓\"}}";

        assertThat(send(genuine(event)).status()).isEqualTo(200);
        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(new Interaction.Payload.SlashCommand("perché ✓"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_refused_unread(String name, UnaryOperator<RawRequest> attack, int status) {
        HttpReply answer = send(attack.apply(genuine(COMMAND_BODY)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(inbox.interactions).isEmpty();
        assertThat(slack.calls("auth.test")).isEmpty();
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("no signature", rawRequest -> with(rawRequest, rawRequest.timestamp(), ""), 401),
                attack("no timestamp", wire -> with(wire, "", wire.signature()), 401),
                attack(
                        "another version",
                        wire -> with(wire, wire.timestamp(), wire.signature().replace("v0=", "v1=")),
                        401),
                attack(
                        "no version",
                        wire -> with(wire, wire.timestamp(), wire.signature().substring(3)),
                        401),
                attack(
                        "upper case",
                        wire -> with(
                                wire,
                                wire.timestamp(),
                                "v0=" + wire.signature().substring(3).toUpperCase(java.util.Locale.ROOT)),
                        401),
                attack(
                        "cut short",
                        wire -> with(wire, wire.timestamp(), wire.signature().substring(0, 40)),
                        401),
                attack(
                        "one digit off",
                        wire -> with(wire, wire.timestamp(), withLastDigitChanged(wire.signature())),
                        401),
                attack(
                        "another body",
                        wire -> new RawRequest(
                                "POST",
                                wire.timestamp(),
                                wire.signature(),
                                (COMMAND_BODY + "x").getBytes(StandardCharsets.UTF_8)),
                        401),
                attack("another time, old signature", wire -> with(wire, "1795348801", wire.signature()), 401),
                attack("six minutes old", wire -> signedAt(-360, "8f742231b10e8888abcd99yyyzzz85a5"), 401),
                attack("six minutes ahead", wire -> signedAt(360, "8f742231b10e8888abcd99yyyzzz85a5"), 401),
                attack("thirty days ahead", wire -> signedAt(2_592_000, "8f742231b10e8888abcd99yyyzzz85a5"), 401),
                attack("the key that Bolt falls back to", wire -> signedAt(0, "---"), 401),
                attack("a key of blanks", wire -> signedAt(0, " "), 401),
                attack("time is no number", wire -> with(wire, "now", wire.signature()), 401),
                attack("time overflows", wire -> with(wire, "99999999999999999999", wire.signature()), 401),
                attack("negative time", wire -> with(wire, "-1", wire.signature()), 401),
                attack(
                        "unsigned ssl_check",
                        wire -> new RawRequest("POST", "", "", "ssl_check=1".getBytes(StandardCharsets.UTF_8)),
                        401),
                attack(
                        "unsigned nonsense",
                        wire -> new RawRequest("POST", "", "", "payload=%7Bbroken".getBytes(StandardCharsets.UTF_8)),
                        401),
                attack("GET", wire -> new RawRequest("GET", wire.timestamp(), wire.signature(), wire.body()), 405),
                attack(
                        "over a mebibyte",
                        wire -> signed(new String(new byte[(1 << 20) + 1], StandardCharsets.US_ASCII)),
                        413));
    }

    @Test
    void a_copy_of_a_genuine_request_is_refused() {
        RawRequest rawRequest = genuine(COMMAND_BODY);
        send(rawRequest);

        assertThat(send(rawRequest).status()).isEqualTo(401);
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void a_copy_is_refused_for_as_long_as_its_signature_is_good() {
        clock.advance(Duration.ofMinutes(-4));
        RawRequest early = signed(COMMAND_BODY); // dated four minutes ahead of the bot's clock
        send(early);
        clock.advance(Duration.ofMinutes(8));

        assertThat(send(early).status()).isEqualTo(401);
    }

    @Test
    void what_could_not_be_taken_in_may_come_again() {
        inbox.beforeAdd = interaction -> {
            inbox.beforeAdd = next -> {};
            throw new IllegalStateException("the disk is full");
        };
        RawRequest rawRequest = genuine(
                "{\"type\":\"event_callback\",\"team_id\":\"T1OURS\",\"api_app_id\":\"A0APP\",\"event_id\":\"Ev1\",\"event\":{\"type\":"
                        + "\"app_mention\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"1.1\",\"text\":\"<@U0BOT> status\"}}");

        assertThat(send(rawRequest).status()).isEqualTo(503);
        assertThat(send(rawRequest).status()).isEqualTo(200);
        assertThat(inbox.interactions).hasSize(1);
    }

    @Test
    void P2_who_typed_a_command_whose_signature_cannot_be_recorded_is_told_that_nothing_was_done() {
        SeenSignatures broken = new SeenSignatures() {
            @Override
            public Mark mark(String signature) {
                return () -> {
                    throw new IllegalStateException("no commit");
                };
            }

            @Override
            public void forget(String signature) {}
        };
        try (SlackFixture other = SlackFixture.receiving(account, inbox, broken, clock)) {
            RawRequest opensPicker = genuine(COMMAND_BODY.replace("text=web-07", "text="));

            assertThat(sendTo(other, opensPicker).body()).contains("Nothing was done");
        }
    }

    @Test
    void slack_may_check_the_address() {
        HttpReply answer = send(genuine("{\"type\":\"url_verification\",\"challenge\":\"abc\"}"));

        assertThat(answer.body()).isEqualTo("abc");
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(send(genuine("ssl_check=1&token=x")).status()).isEqualTo(200);
    }

    @Test
    void signed_nonsense_is_a_bad_request() {
        assertThat(send(genuine("payload=%7Bbroken")).status()).isEqualTo(400);
        assertThat(send(genuine("payload=%ZZ")).status()).isEqualTo(400);
    }

    @Test
    void a_form_of_many_thousand_fields_is_a_bad_request_and_not_taken_apart() {
        assertThat(send(genuine("&".repeat(1_000_000))).status()).isEqualTo(400);
        assertThat(send(genuine("a=b&".repeat(200))).status()).isEqualTo(400);
    }

    @Test
    void json_of_more_parts_than_slack_ever_sends_is_a_bad_request() {
        assertThat(send(genuine("{\"type\":[" + "0,".repeat(400_000) + "0]}")).status())
                .isEqualTo(400);
    }

    @Test
    void a_press_comes_as_a_form_with_json_in_it() {
        String payload =
                "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"team\":{\"id\":\"T1OURS\"},\"api_app_id\":\"A0APP\",\"channel\":{\"id\":"
                        + "\"C1\"},\"trigger_id\":\"t\",\"actions\":[{\"type\":\"button\",\"action_id\":\"rescue.end\",\"value\":\"abc12345\"}]}";
        send(genuine("payload=" + java.net.URLEncoder.encode(payload, StandardCharsets.UTF_8)));

        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(new Interaction.Payload.ButtonClick("rescue.end", "abc12345"));
    }

    @Test
    void without_a_signing_secret_there_is_no_endpoint() {
        SlackClientConfig socketOnly = new SlackClientConfig(
                StubSlack.BOT_TOKEN, Optional.of(StubSlack.APP_TOKEN), Optional.empty(), account.apiUrl());
        try (SlackFixture other = SlackFixture.receiving(socketOnly, inbox, clock)) {
            assertThat(other.handleHttpRequest("POST", Map.of(), new byte[0]).status())
                    .isEqualTo(404);
        }
    }

    private HttpReply send(RawRequest rawRequest) {
        return sendTo(adapter, rawRequest);
    }

    private static HttpReply sendTo(SlackFixture receiver, RawRequest rawRequest) {
        return receiver.handleHttpRequest(
                rawRequest.method(),
                Map.of(
                        "x-slack-signature",
                        rawRequest.signature(),
                        "X-SLACK-REQUEST-TIMESTAMP",
                        rawRequest.timestamp()),
                rawRequest.body());
    }

    private static RawRequest genuine(String body) {
        return signed(body);
    }

    private static RawRequest signed(String body) {
        return signed(body, Fixtures.NOON.getEpochSecond(), StubSlack.SIGNING_SECRET);
    }

    private static RawRequest signedAt(long secondsFromNow, String secret) {
        return signed(COMMAND_BODY, Fixtures.NOON.getEpochSecond() + secondsFromNow, secret);
    }

    private static RawRequest signed(String body, long at, String secret) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + at + ":").getBytes(StandardCharsets.UTF_8));
            return new RawRequest(
                    "POST", Long.toString(at), "v0=" + HexFormat.of().formatHex(mac.doFinal(bytes)), bytes);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static RawRequest with(RawRequest rawRequest, String timestamp, String signature) {
        return new RawRequest("POST", timestamp, signature, rawRequest.body());
    }

    private static String withLastDigitChanged(String signature) {
        char last = signature.charAt(signature.length() - 1);
        return signature.substring(0, signature.length() - 1) + (last == '0' ? '1' : '0');
    }

    private static Arguments attack(String name, UnaryOperator<RawRequest> attack, int status) {
        return Arguments.of(name, attack, status);
    }
}
