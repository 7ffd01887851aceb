package dev.lifeline.softlayer.rest;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.Permission;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.CommandResult.Accepted;
import dev.lifeline.rescue.CommandResult.Busy;
import dev.lifeline.rescue.CommandResult.NotPermitted;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueProvider.SendGuard;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.SampleDevices;
import dev.lifeline.softlayer.ScriptedProvider;
import dev.lifeline.testkit.SettableClock;
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

    private static final String CURRENT_USER_METHOD = "getCurrentUser";
    private static final String LAUNCH_METHOD = "executeRescueLayer";
    private static final String CURRENT_USER_BODY = "{\"id\":7,\"username\":\"9001_bot@example.com\"}";

    private final SettableClock clock = new SettableClock();
    private ScriptedProvider provider;
    private ClassicAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider();
        ClassicAccount account = provider.account();
        ClassicAccount bearer = new ClassicAccount(
                account.endpoint(),
                "apikey",
                "the-key",
                Optional.empty(),
                Optional.of(account.endpoint().resolve("/")));
        adapter = new ClassicAdapter(bearer, ScriptedProvider.FAST_CONFIG, clock.ticker());
        provider.respond("token", tokenResponse("one", 3600), tokenResponse("two", 3600))
                .respond(CURRENT_USER_METHOD, CURRENT_USER_BODY)
                .respond(LAUNCH_METHOD, "true");
    }

    @AfterEach
    void close() {
        adapter.close();
        provider.close();
    }

    private static MockResponse tokenResponse(String token, int seconds) {
        return json(
                200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private static MockResponse expiredTokenResponse() {
        return error(500, "SoftLayer_Exception_Account_Authentication_AccessTokenValidation", "Expired.");
    }

    private CommandResult launch() {
        return adapter.rescueProvider()
                .prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED)
                .send(SendGuard.NONE);
    }

    private List<String> authorizationHeaders(String method) {
        return provider.requestsTo(method).stream()
                .map(request -> String.valueOf(request.getHeaders().get("Authorization")))
                .toList();
    }

    @Test
    void the_key_is_exchanged_once_and_the_token_shown_with_every_call() {
        adapter.currentUser();
        adapter.currentUser();

        assertThat(authorizationHeaders(CURRENT_USER_METHOD)).containsExactly("Bearer one", "Bearer one");
        assertThat(provider.requestsTo("token")).singleElement().satisfies(BearerTokensTest::assertTokenExchange);
    }

    private static void assertTokenExchange(RecordedRequest exchange) {
        assertThat(exchange.getMethod()).isEqualTo("POST");
        assertThat(exchange.getTarget()).isEqualTo("/identity/token");
        assertThat(String.valueOf(
                        exchange.getBody() == null ? "" : exchange.getBody().utf8()))
                .contains("grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey", "apikey=the-key");
    }

    @Test
    void a_token_is_renewed_before_it_runs_out() {
        adapter.currentUser();
        clock.advance(Duration.ofMinutes(56));
        adapter.currentUser();

        assertThat(authorizationHeaders(CURRENT_USER_METHOD)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void a_token_grows_old_whatever_the_wall_clock_is_set_to() {
        adapter.currentUser();
        clock.set(clock.instant().minus(Duration.ofHours(3)));
        clock.advance(Duration.ofMinutes(56));
        adapter.currentUser();
        clock.set(clock.instant().plus(Duration.ofHours(30)));
        adapter.currentUser();

        assertThat(authorizationHeaders(CURRENT_USER_METHOD)).containsExactly("Bearer one", "Bearer two", "Bearer two");
    }

    @Test
    void a_token_that_is_refused_is_renewed_and_the_question_asked_once_more() {
        provider.respond(CURRENT_USER_METHOD, expiredTokenResponse(), json(200, CURRENT_USER_BODY));

        assertThat(adapter.currentUser().username()).isEqualTo("9001_bot@example.com");
        assertThat(authorizationHeaders(CURRENT_USER_METHOD)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void one_that_is_refused_again_is_given_up() {
        provider.respond(CURRENT_USER_METHOD, expiredTokenResponse());

        assertThatThrownBy(adapter::currentUser).isInstanceOf(ProviderUnavailableException.class);
        assertThat(authorizationHeaders(CURRENT_USER_METHOD)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void P1_an_order_gets_a_token_that_lasts_and_is_sent_once() {
        adapter.currentUser();
        clock.advance(Duration.ofMinutes(50));

        assertThat(launch()).isInstanceOf(Accepted.class);
        assertThat(authorizationHeaders(LAUNCH_METHOD)).containsExactly("Bearer two");
    }

    @Test
    void P1_an_order_whose_token_is_refused_is_not_sent_again_by_itself() {
        provider.respond(LAUNCH_METHOD, expiredTokenResponse(), json(200, "true"));

        assertThat(launch()).isInstanceOf(Busy.class);
        assertThat(authorizationHeaders(LAUNCH_METHOD)).containsExactly("Bearer one");
        assertThat(launch()).isInstanceOf(Accepted.class);
        assertThat(authorizationHeaders(LAUNCH_METHOD)).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void P1_no_token_is_fetched_between_a_claim_and_its_call() {
        PreparedCommand prepared =
                adapter.rescueProvider().prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED);
        assertThat(provider.requestsTo("token")).hasSize(1);
        clock.advance(Duration.ofMinutes(50));

        assertThat(prepared.send(SendGuard.NONE)).isInstanceOf(Accepted.class);
        assertThat(provider.requestsTo("token")).hasSize(1);
    }

    @Test
    void no_token_is_fetched_between_the_claim_of_an_access_change_and_its_call() {
        AccessAdmin.PreparedChange prepared = adapter.accessAdmin()
                .prepare(new AccessChange(
                        AccessChange.Direction.GRANT,
                        new CloudUserId(7),
                        "dario",
                        new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD)));
        assertThat(provider.requestsTo("token")).hasSize(1);
        provider.respond("addBulkPortalPermission", "true");

        assertThat(prepared.send(() -> true)).isInstanceOf(AccessChangeResult.Accepted.class);
        assertThat(provider.requestsTo("token")).hasSize(1);
    }

    @Test
    void without_a_token_no_order_leaves() {
        provider.respond("token", json(503, ""));
        assertThatThrownBy(this::launch).isInstanceOf(ProviderUnavailableException.class);

        provider.respond("token", json(400, "{\"errorCode\":\"BXNIM0415E\",\"errorMessage\":\"no such key\"}"));
        assertThat(launch()).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(adapter::currentUser)
                .isInstanceOf(InvalidApiKeyException.class)
                .hasMessageNotContaining("the-key");
        assertThat(provider.requestsTo(LAUNCH_METHOD)).isEmpty();
    }

    @Test
    void a_token_exchange_that_fails_is_tried_again_for_a_question() {
        provider.respond("token", json(502, "<html>"), tokenResponse("late", 3600));

        adapter.currentUser();
        assertThat(authorizationHeaders(CURRENT_USER_METHOD)).containsExactly("Bearer late");
    }

    @Test
    void what_is_no_token_is_never_shown() {
        provider.respond("token", json(200, "{\"access_token\":\"a\\r\\nHost: b\",\"expires_in\":3600}"));

        assertThatThrownBy(adapter::currentUser).isInstanceOf(ProviderUnavailableException.class);
        assertThat(provider.requestsTo(CURRENT_USER_METHOD)).isEmpty();
    }

    @Test
    void a_short_lived_token_is_used_while_it_lives() {
        provider.respond("token", tokenResponse("short", 60), tokenResponse("next", 60));
        adapter.currentUser();
        adapter.currentUser();
        clock.advance(Duration.ofSeconds(61));
        adapter.currentUser();

        assertThat(authorizationHeaders(CURRENT_USER_METHOD))
                .containsExactly("Bearer short", "Bearer short", "Bearer next");
    }
}
