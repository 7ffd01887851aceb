package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.command.Ask;
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
class HttpModeTest extends HttpConversation {

    private static final String COMMAND = "command=%2Frescue&text=web-07&team_id=T1OURS&channel_id=C1&user_id=U1"
            + "&api_app_id=A0APP&response_url=https%3A%2F%2Fhooks.slack.com%2F1&trigger_id=t1";

    /** A request as it goes over the wire. */
    private record Wire(String method, String timestamp, String signature, byte[] body) {}

    @Test
    void slacks_own_example_holds() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Signature signature = new Signature("8f742231b10e8888abcd99yyyzzz85a5");

        boolean holds = signature.holds(
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "1531420618",
                body.getBytes(StandardCharsets.UTF_8),
                java.time.Instant.ofEpochSecond(1531420618));

        assertThat(holds).isTrue();
    }

    @Test
    void a_genuine_command_is_an_ask() {
        assertThat(sent(genuine(COMMAND)).status()).isEqualTo(200);
        assertThat(inbox.asks).extracting(Ask::what).containsExactly(new Ask.What.Typed("web-07"));
        assertThat(door.ready()).isTrue();
    }

    @Test
    void P2_the_first_delivery_waits_for_nothing_that_the_start_could_have_asked() {
        door.probe();
        int asked = slack.calls().size();

        assertThat(sent(genuine(COMMAND)).status()).isEqualTo(200);

        assertThat(slack.calls()).hasSize(asked);
    }

    @Test
    void where_slack_does_not_tell_the_apps_id_what_it_signed_is_heard_all_the_same() {
        slack.says(
                "bots.info",
                new MockResponse.Builder().code(404).body("<h1>404</h1>").build());

        assertThat(sent(genuine(COMMAND)).status()).isEqualTo(200);
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void a_token_that_is_good_again_is_found_so_even_when_there_is_nothing_to_say() {
        String revoked = PayloadKinds.fresh(new PayloadKinds("").all().getOrDefault("tokens_revoked", ""), 1);
        assertThat(sent(genuine(revoked)).status()).isEqualTo(200);
        slack.refuses("auth.test", "token_revoked");
        door.reconsider();
        assertThat(door.ready()).isFalse();

        door.reconsider();

        assertThat(door.ready()).isTrue();
    }

    @Test
    void letters_beyond_ascii_are_signed_as_the_bytes_they_are() {
        String event =
                "{\"type\":\"event_callback\",\"team_id\":\"T1OURS\",\"api_app_id\":\"A0APP\",\"event_id\":\"Ev1\",\"event\":{\"type\":"
                        + "\"app_mention\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"1.1\",\"text\":\"<@U0BOT> perché ✓\"}}";

        assertThat(sent(genuine(event)).status()).isEqualTo(200);
        assertThat(inbox.asks).extracting(Ask::what).containsExactly(new Ask.What.Typed("perché ✓"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_refused_unread(String name, UnaryOperator<Wire> attack, int status) {
        HttpAnswer answer = sent(attack.apply(genuine(COMMAND)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(inbox.asks).isEmpty();
        assertThat(slack.calls("auth.test")).isEmpty();
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("no signature", wire -> with(wire, wire.timestamp(), ""), 401),
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
                attack("one digit off", wire -> with(wire, wire.timestamp(), flipped(wire.signature())), 401),
                attack(
                        "another body",
                        wire -> new Wire(
                                "POST",
                                wire.timestamp(),
                                wire.signature(),
                                (COMMAND + "x").getBytes(StandardCharsets.UTF_8)),
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
                        wire -> new Wire("POST", "", "", "ssl_check=1".getBytes(StandardCharsets.UTF_8)),
                        401),
                attack(
                        "unsigned nonsense",
                        wire -> new Wire("POST", "", "", "payload=%7Bbroken".getBytes(StandardCharsets.UTF_8)),
                        401),
                attack("GET", wire -> new Wire("GET", wire.timestamp(), wire.signature(), wire.body()), 405),
                attack(
                        "over a mebibyte",
                        wire -> signed(new String(new byte[(1 << 20) + 1], StandardCharsets.US_ASCII)),
                        413));
    }

    @Test
    void a_copy_of_a_genuine_request_is_refused() {
        Wire wire = genuine(COMMAND);
        sent(wire);

        assertThat(sent(wire).status()).isEqualTo(401);
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void a_copy_is_refused_for_as_long_as_its_signature_is_good() {
        clock.pass(Duration.ofMinutes(-4));
        Wire early = signed(COMMAND); // dated four minutes ahead of the bot's clock
        sent(early);
        clock.pass(Duration.ofMinutes(8));

        assertThat(sent(early).status()).isEqualTo(401);
    }

    @Test
    void what_could_not_be_taken_in_may_come_again() {
        inbox.before = ask -> {
            inbox.before = next -> {};
            throw new IllegalStateException("the disk is full");
        };
        Wire wire = genuine(
                "{\"type\":\"event_callback\",\"team_id\":\"T1OURS\",\"api_app_id\":\"A0APP\",\"event_id\":\"Ev1\",\"event\":{\"type\":"
                        + "\"app_mention\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"1.1\",\"text\":\"<@U0BOT> status\"}}");

        assertThat(sent(wire).status()).isEqualTo(500);
        assertThat(sent(wire).status()).isEqualTo(200);
        assertThat(inbox.asks).hasSize(1);
    }

    @Test
    void slack_may_check_the_address() {
        HttpAnswer answer = sent(genuine("{\"type\":\"url_verification\",\"challenge\":\"abc\"}"));

        assertThat(answer.body()).isEqualTo("abc");
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(sent(genuine("ssl_check=1&token=x")).status()).isEqualTo(200);
    }

    @Test
    void signed_nonsense_is_a_bad_request() {
        assertThat(sent(genuine("payload=%7Bbroken")).status()).isEqualTo(400);
        assertThat(sent(genuine("payload=%ZZ")).status()).isEqualTo(400);
    }

    @Test
    void a_press_comes_as_a_form_with_json_in_it() {
        String payload =
                "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"team\":{\"id\":\"T1OURS\"},\"api_app_id\":\"A0APP\",\"channel\":{\"id\":"
                        + "\"C1\"},\"trigger_id\":\"t\",\"actions\":[{\"type\":\"button\",\"action_id\":\"rescue.end\",\"value\":\"abc12345\"}]}";
        sent(genuine("payload=" + java.net.URLEncoder.encode(payload, StandardCharsets.UTF_8)));

        assertThat(inbox.asks).extracting(Ask::what).containsExactly(new Ask.What.Pressed("rescue.end", "abc12345"));
    }

    @Test
    void without_a_signing_secret_there_is_no_endpoint() {
        SlackAccount socketOnly = new SlackAccount(
                StubSlack.BOT_TOKEN, Optional.of(StubSlack.APP_TOKEN), Optional.empty(), account.apiUrl());
        try (SlackDoor other = new SlackDoor(
                socketOnly, LoneShelves.of(inbox, new ListedOutbox(), clock), (letter, reason) -> {}, clock)) {
            assertThat(other.answer("POST", Map.of(), new byte[0]).status()).isEqualTo(404);
        }
    }

    private HttpAnswer sent(Wire wire) {
        return door.answer(
                wire.method(),
                Map.of("x-slack-signature", wire.signature(), "X-SLACK-REQUEST-TIMESTAMP", wire.timestamp()),
                wire.body());
    }

    private static Wire genuine(String body) {
        return signed(body);
    }

    private static Wire signed(String body) {
        return signed(body, SettableClock.NOON.getEpochSecond(), StubSlack.SECRET);
    }

    private static Wire signedAt(long secondsFromNow, String secret) {
        return signed(COMMAND, SettableClock.NOON.getEpochSecond() + secondsFromNow, secret);
    }

    private static Wire signed(String body, long at, String secret) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + at + ":").getBytes(StandardCharsets.UTF_8));
            return new Wire("POST", Long.toString(at), "v0=" + HexFormat.of().formatHex(mac.doFinal(bytes)), bytes);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Wire with(Wire wire, String timestamp, String signature) {
        return new Wire("POST", timestamp, signature, wire.body());
    }

    private static String flipped(String signature) {
        char last = signature.charAt(signature.length() - 1);
        return signature.substring(0, signature.length() - 1) + (last == '0' ? '1' : '0');
    }

    private static Arguments attack(String name, UnaryOperator<Wire> attack, int status) {
        return Arguments.of(name, attack, status);
    }
}
