package dev.lifeline.classic;

import static dev.lifeline.classic.ScriptedProvider.error;
import static dev.lifeline.classic.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.rescue.LaunchOutcome;
import dev.lifeline.rescue.LaunchOutcome.Accepted;
import dev.lifeline.rescue.LaunchOutcome.Busy;
import dev.lifeline.rescue.LaunchOutcome.NotPermitted;
import dev.lifeline.rescue.LaunchOutcome.NotSent;
import dev.lifeline.rescue.RescueSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BearerTokensTest {

    private static final String USER = "getCurrentUser";
    private static final String RESCUE = "executeRescueLayer";
    private static final String ME = "{\"id\":7,\"username\":\"9001_bot@example.com\"}";

    private final Things.SettableClock clock = new Things.SettableClock();
    private ScriptedProvider provider;
    private ClassicDoor door;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider();
        ClassicAccount basic = provider.account();
        ClassicAccount bearer = new ClassicAccount(
                basic.endpoint(),
                "apikey",
                "the-key",
                Optional.empty(),
                Optional.of(basic.endpoint().resolve("/")));
        door = new ClassicDoor(bearer, clock, ScriptedProvider.QUICK);
        provider.answers("token", token("one", 3600), token("two", 3600))
                .answers(USER, ME)
                .answers(RESCUE, "true");
    }

    @AfterEach
    void close() {
        door.close();
        provider.close();
    }

    private static MockResponse token(String token, int seconds) {
        return json(
                200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private static MockResponse expired() {
        return error(500, "SoftLayer_Exception_Account_Authentication_AccessTokenValidation", "Expired.");
    }

    private LaunchOutcome launch() {
        return door.rescueKernel()
                .toLaunch(Things.guest(Family.LINUX), RescueSystem.AS_INSTALLED)
                .send();
    }

    private List<String> shown(String method) {
        return provider.asked(method).stream()
                .map(request -> String.valueOf(request.getHeaders().get("Authorization")))
                .toList();
    }

    @Test
    void the_key_is_exchanged_once_and_the_token_shown_with_every_call() {
        door.currentUser();
        door.currentUser();

        assertThat(shown(USER)).containsExactly("Bearer one", "Bearer one");
        assertThat(provider.asked("token")).singleElement().satisfies(BearerTokensTest::isAnExchange);
    }

    private static void isAnExchange(RecordedRequest exchange) {
        assertThat(exchange.getMethod()).isEqualTo("POST");
        assertThat(exchange.getTarget()).isEqualTo("/identity/token");
        assertThat(String.valueOf(
                        exchange.getBody() == null ? "" : exchange.getBody().utf8()))
                .contains("grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey", "apikey=the-key");
    }

    @Test
    void a_token_is_renewed_before_it_runs_out() {
        door.currentUser();
        clock.pass(Duration.ofMinutes(56));
        door.currentUser();

        assertThat(shown(USER)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void a_token_that_is_refused_is_renewed_and_the_question_asked_once_more() {
        provider.answers(USER, expired(), json(200, ME));

        assertThat(door.currentUser().username()).isEqualTo("9001_bot@example.com");
        assertThat(shown(USER)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void one_that_is_refused_again_is_given_up() {
        provider.answers(USER, expired());

        assertThatThrownBy(door::currentUser).isInstanceOf(ProviderUnreachable.class);
        assertThat(shown(USER)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void P1_an_order_gets_a_token_that_lasts_and_is_sent_once() {
        door.currentUser();
        clock.pass(Duration.ofMinutes(50));

        assertThat(launch()).isInstanceOf(Accepted.class);
        assertThat(shown(RESCUE)).containsExactly("Bearer two");
    }

    @Test
    void P1_an_order_whose_token_is_refused_is_not_sent_again_by_itself() {
        provider.answers(RESCUE, expired(), json(200, "true"));

        assertThat(launch()).isInstanceOf(Busy.class);
        assertThat(shown(RESCUE)).containsExactly("Bearer one");
        assertThat(launch()).isInstanceOf(Accepted.class);
        assertThat(shown(RESCUE)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void without_a_token_no_order_leaves() {
        provider.answers("token", json(503, ""));
        assertThat(launch()).isInstanceOf(NotSent.class);

        provider.answers("token", json(400, "{\"errorCode\":\"BXNIM0415E\",\"errorMessage\":\"no such key\"}"));
        assertThat(launch()).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(door::currentUser).isInstanceOf(KeyRefused.class).hasMessageNotContaining("the-key");
        assertThat(provider.asked(RESCUE)).isEmpty();
    }

    @Test
    void a_token_exchange_that_fails_is_tried_again_for_a_question() {
        provider.answers("token", json(502, "<html>"), token("late", 3600));

        door.currentUser();
        assertThat(shown(USER)).containsExactly("Bearer late");
    }

    @Test
    void what_is_no_token_is_never_shown() {
        provider.answers("token", json(200, "{\"access_token\":\"a\\r\\nHost: b\",\"expires_in\":3600}"));

        assertThatThrownBy(door::currentUser).isInstanceOf(ProviderUnreachable.class);
        assertThat(provider.asked(USER)).isEmpty();
    }

    @Test
    void a_short_lived_token_is_used_while_it_lives() {
        provider.answers("token", token("short", 60), token("next", 60));
        door.currentUser();
        door.currentUser();
        clock.pass(Duration.ofSeconds(61));
        door.currentUser();

        assertThat(shown(USER)).containsExactly("Bearer short", "Bearer short", "Bearer next");
    }
}
