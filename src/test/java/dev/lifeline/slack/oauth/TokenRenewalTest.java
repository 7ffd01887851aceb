package dev.lifeline.slack.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.contract.ConcurrentRunner;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.FakeSlackWorkspaces;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installation.State;
import dev.lifeline.slack.port.Installations;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.SettableClock;
import dev.lifeline.testkit.TwoWorkspaces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas that share one store and one clock, and tokens that last twelve hours. */
class TokenRenewalTest {

    private static final String TEAM = TwoWorkspaces.PARTNER;
    private static final URI BOT = URI.create("http://localhost:3000");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private FakeSlack home;
    private FakeSlack partner;
    private FakeSlackWorkspaces slack;
    private Store store;
    private WebApi api;
    private SlackInstallations first;
    private SlackInstallations second;

    @BeforeEach
    void open() throws Exception {
        SlackOptions options = SlackOptions.onPort(0).withClock(clock);
        home = FakeSlack.start(options);
        partner = FakeSlack.start(options.withTeam(TEAM, "Partner Ltd"));
        slack = FakeSlackWorkspaces.start(options, true, home, partner);
        store = Store.open("jdbc:sqlite:" + folder.resolve("lifeline.db"), clock);
        api = new WebApi(
                new SlackClientConfig(
                        "xoxb-sandbox-lifeline-bot-token",
                        Optional.empty(),
                        Optional.of("secret"),
                        URI.create(slack.url() + "/api/")),
                new ObjectMapper(),
                new LocalRateLimiter(clock),
                clock);
        first = replica();
        second = replica();
        first.save(client().exchange(newCode()));
    }

    @AfterEach
    void close() {
        api.close();
        store.close();
        slack.close();
        home.close();
        partner.close();
    }

    private OAuthConfig config() {
        return new OAuthConfig(
                "1000000000.1000000000",
                "sandbox-lifeline-client-secret",
                Stream.of(TwoWorkspaces.KEY)
                        .flatMap(key -> EncryptionKey.parse(key).stream())
                        .toList(),
                Set.of(TEAM),
                () -> BOT);
    }

    private OAuthClient client() {
        return new OAuthClient(api, config());
    }

    private String newCode() throws IOException, InterruptedException {
        URI page = URI.create(slack.url() + "/oauth/v2/authorize?client_id=1000000000.1000000000&team=" + TEAM
                + "&redirect_uri=" + BOT + "/slack/oauth_redirect");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst(".*code=", "");
    }

    /** Reads the store afresh each time. */
    private SlackInstallations replica() {
        TokenStore tokens =
                new TokenStore(store.installations(), new TokenCipher(config().keys()), Set.of(TEAM), clock);
        long[] nanos = {0};
        return new SlackInstallations(
                tokens,
                new TokenRenewal(tokens, client(), clock),
                () -> nanos[0] += Duration.ofMinutes(1).toNanos());
    }

    private Installation stored() {
        return store.installations().find(TEAM).orElseThrow();
    }

    @Test
    void nothing_is_renewed_while_more_than_two_hours_are_left() {
        clock.advance(Duration.ofHours(9));

        first.maintain();

        assertThat(slack.renewals()).isZero();
    }

    @Test
    void of_replicas_that_find_it_due_at_once_one_renews_it_and_all_use_the_new_token() {
        clock.advance(Duration.ofHours(11));

        ConcurrentRunner.runAll(8, number -> {
            (number % 2 == 0 ? first : second).maintain();
            return number;
        });

        assertThat(slack.renewals()).isEqualTo(1);
        assertThat(stored().expiresAt()).contains(clock.instant().plus(Duration.ofHours(12)));
        assertThat(first.botToken(TEAM)).isEqualTo(second.botToken(TEAM)).isPresent();
    }

    @Test
    void a_token_that_expired_while_no_bot_ran_is_renewed_before_it_is_used() {
        clock.advance(Duration.ofDays(3));

        assertThat(first.botToken(TEAM)).isPresent();
        assertThat(slack.renewals()).isEqualTo(1);
    }

    @Test
    void whoever_finds_it_expired_while_another_one_renews_it_is_told_to_wait() {
        clock.advance(Duration.ofDays(3));
        store.installations().claimRenewal(stored(), clock.instant().plusSeconds(60));

        assertThatThrownBy(() -> second.botToken(TEAM))
                .isInstanceOfSatisfying(
                        SlackCallException.class,
                        failure -> assertThat(failure.errorKind()).isEqualTo(SlackErrorKind.UNAVAILABLE));
        clock.advance(Duration.ofSeconds(61));
        assertThat(second.botToken(TEAM)).as("whoever claimed it died").isPresent();
    }

    @Test
    void a_token_that_was_encrypted_anew_while_it_was_renewed_is_kept() {
        clock.advance(Duration.ofHours(11));
        Installation found = stored();
        Installations encryptedMeanwhile = new DelegatingInstallations(store.installations()) {
            @Override
            public boolean claimRenewal(Installation installation, Instant until) {
                boolean claimed = super.claimRenewal(installation, until);
                replaceTokens(found, found.tokens().orElseThrow(), found.expiresAt());
                return claimed;
            }
        };
        TokenStore slow = new TokenStore(encryptedMeanwhile, new TokenCipher(config().keys()), Set.of(TEAM), clock);

        new TokenRenewal(slow, client(), clock).renew(found);

        assertThat(stored().expiresAt()).contains(clock.instant().plus(Duration.ofHours(12)));
        clock.advance(Duration.ofHours(11));
        first.maintain();
        assertThat(slack.renewals())
                .as("its refresh token is the one that is valid")
                .isEqualTo(2);
    }

    @Test
    void while_it_cannot_be_renewed_the_old_token_is_used_and_then_the_installation_ends() {
        Installation found = stored();
        Tokens tokens = new TokenCipher(config().keys())
                .decrypt(found.workspace(), found.tokens().orElseThrow());
        client().renew(tokens.refreshToken().orElseThrow());
        clock.advance(Duration.ofHours(11));

        first.maintain();
        assertThat(first.botToken(TEAM)).contains(tokens.botToken());

        clock.advance(Duration.ofHours(2));
        assertThat(first.botToken(TEAM)).isEmpty();
        assertThat(stored().state()).isEqualTo(State.NOT_RENEWED);
        assertThat(stored().tokens()).isEmpty();
    }

    @Test
    void a_token_that_another_replica_replaced_ends_nothing_when_it_is_refused() {
        String old = first.botToken(TEAM).orElseThrow();
        clock.advance(Duration.ofHours(11));
        second.maintain();

        first.onTokenRejected(TEAM, old, "token_revoked");

        assertThat(stored().isActive()).isTrue();
        for (String code : List.of("invalid_auth", "missing_scope"))
            first.onTokenRejected(TEAM, first.botToken(TEAM).orElseThrow(), code);
        assertThat(stored().isActive()).isTrue();
        first.onTokenRejected(TEAM, first.botToken(TEAM).orElseThrow(), "account_inactive");
        assertThat(stored().state()).isEqualTo(State.UNINSTALLED);
    }

    @Test
    void a_token_that_is_refused_while_another_replica_renews_it_ends_nothing() {
        store.installations().claimRenewal(stored(), clock.instant().plusSeconds(60));

        first.onTokenRejected(TEAM, first.botToken(TEAM).orElseThrow(), "token_revoked");

        assertThat(stored().isActive()).isTrue();
    }

    @Test
    void a_token_that_Slack_says_has_expired_is_renewed_whatever_the_clock_says() {
        first.onTokenRejected(TEAM, first.botToken(TEAM).orElseThrow(), "token_expired");

        assertThat(first.botToken(TEAM)).isPresent();
        assertThat(slack.renewals()).isEqualTo(1);
    }
}
