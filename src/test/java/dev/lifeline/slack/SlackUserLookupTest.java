package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUser.EmailAbsence;
import dev.lifeline.access.SlackUser.UserKind;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers.SlackUserUnavailableException;
import dev.lifeline.contract.ConcurrentRunner;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.testkit.RecordingInbox;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackUserLookupTest {

    private static final SlackUserId USER_ID = new SlackUserId("U1");

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final SlackFixture adapter = SlackFixture.receiving(slack.account(), new RecordingInbox(), clock);

    @AfterEach
    void close() {
        adapter.close();
        slack.close();
    }

    @Test
    void a_member_has_a_name_an_address_and_a_language() {
        respondWithUserFields("\"locale\":\"it-IT\",\"is_email_confirmed\":true");

        SlackUser slackUser = adapter.users().get(USER_ID);

        assertThat(slackUser.name()).isEqualTo("asha");
        assertThat(slackUser.email()).contains("asha@example.com");
        assertThat(slackUser.locale()).isEqualTo(Locale.forLanguageTag("it-IT"));
        assertThat(slackUser.kind()).isEqualTo(UserKind.MEMBER);
        assertThat(slack.onlyCallForm("users.info")).containsEntry("include_locale", "true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"deleted\":true; DEACTIVATED",
                "\"is_bot\":true; BOT",
                "\"is_restricted\":true; GUEST",
                "\"is_restricted\":true,\"is_ultra_restricted\":true; GUEST",
                "\"is_stranger\":true; STRANGER",
                "\"team_id\":\"T2THEIRS\"; STRANGER",
                "\"team_id\":\"T2THEIRS\",\"is_restricted\":true; STRANGER",
                "\"team_id\":\"T2GRID\",\"enterprise_user\":{\"teams\":[\"T1OURS\"]}; MEMBER",
                "\"team_id\":null,\"profile\":{\"team\":\"T1OURS\"}; MEMBER",
                "\"team_id\":null,\"profile\":{\"team\":\"T2THEIRS\"}; STRANGER",
                "\"team_id\":\"T2THEIRS\",\"profile\":{\"team\":\"T1OURS\"}; STRANGER",
                "\"team_id\":null; NO_TEAM",
                "\"team_id\":\"\"; NO_TEAM",
                "\"team_id\":null,\"profile\":{\"team\":\"\"},\"enterprise_user\":{\"teams\":[]}; NO_TEAM",
                "\"team_id\":null,\"is_stranger\":true; STRANGER",
                "\"team_id\":null,\"enterprise_user\":{\"teams\":[\"T1OURS\"]}; MEMBER",
                "\"team_id\":null,\"enterprise_user\":{\"teams\":[\"T2THEIRS\"]}; STRANGER",
                "\"is_admin\":true; MEMBER",
            })
    void not_everybody_is_a_member(String description, UserKind userKind) {
        respondWithUserFields(description);

        assertThat(adapter.users().get(USER_ID).kind()).isEqualTo(userKind);
    }

    @Test
    void members_of_other_workspaces_of_the_grid_are_served_where_the_operator_says_so() {
        SlackClientConfig account = slack.account();
        SlackClientConfig gridConfig = new SlackClientConfig(
                account.botToken(),
                account.appToken(),
                account.signingSecret(),
                account.apiUrl(),
                Set.of("T1OURS", "T2THEIRS"));
        try (SlackFixture gridAdapter = SlackFixture.receiving(gridConfig, new RecordingInbox(), clock)) {
            respondWithUserFields("\"team_id\":\"T2THEIRS\"");
            assertThat(gridAdapter.users().get(USER_ID).kind()).isEqualTo(UserKind.MEMBER);
            clock.advance(Duration.ofSeconds(11));
            respondWithUserFields("\"team_id\":\"T3ELSE\"");
            assertThat(gridAdapter.users().get(USER_ID).kind()).isEqualTo(UserKind.STRANGER);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "W1; \"enterprise_id\":\"E1OURS\",\"id\":\"W1\"; MEMBER",
                "U1; \"enterprise_id\":\"E1OURS\",\"id\":\"U1\"; MEMBER",
                "U1; \"enterprise_id\":\"E2THEIRS\",\"id\":\"U1\"; MEMBER",
                "W1; \"enterprise_id\":\"E2THEIRS\",\"id\":\"W1\"; OTHER_ID",
                "W1; \"enterprise_id\":\"E1OURS\",\"id\":\"W9\"; OTHER_ID",
                "W1; \"enterprise_id\":\"E1OURS\"; OTHER_ID",
                "W1; \"is_admin\":false; OTHER_ID",
            })
    void one_person_may_have_an_id_in_the_workspace_and_one_in_the_organisation(
            String described, String enterpriseUser, UserKind userKind) {
        slack.respondByDefault(
                "auth.test",
                "{\"ok\":true,\"team\":\"Ours\",\"team_id\":\"T1OURS\",\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\","
                        + "\"enterprise_id\":\"E1OURS\"}");
        respondWithUserFields("\"id\":\"" + described + "\",\"enterprise_user\":{" + enterpriseUser + "}");

        SlackUser slackUser = adapter.users().get(USER_ID);

        assertThat(slackUser.id()).isEqualTo(USER_ID);
        assertThat(slackUser.kind()).isEqualTo(userKind);
    }

    @Test
    void P4_nothing_of_the_description_of_another_user_is_taken_over() {
        respondWithUserFields("\"id\":\"U9\"");

        SlackUser slackUser = adapter.users().get(USER_ID);

        assertThat(slackUser).isEqualTo(SlackUser.withOtherId(USER_ID));
        assertThat(slackUser.email()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "users:read,users:read.email; NOT_SHOWN",
                "users:read, users:read.email; NOT_SHOWN",
                "users:read; SCOPE_MISSING",
                "''; SCOPE_MISSING"
            })
    void why_there_is_no_address_is_told_by_the_scopes_of_the_token(String scopes, EmailAbsence absence) {
        slack.respondOnce(
                "users.info",
                new MockResponse.Builder()
                        .setHeader("X-OAuth-Scopes", scopes)
                        .body("{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T1OURS\",\"profile\":{}}}")
                        .build());

        assertThat(adapter.users().get(USER_ID).emailAbsence()).isEqualTo(absence);
    }

    @Test
    void an_address_that_slack_does_not_vouch_for_is_none() {
        respondWithUserFields("\"is_email_confirmed\":false");

        assertThat(adapter.users().get(USER_ID).email()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ok\":false,\"error\":\"user_not_found\"}", "<html>", "{\"ok\":true}", "[]", ""})
    void whoever_slack_says_nothing_about_is_unknown(String answer) {
        slack.respondByDefault("users.info", answer);

        assertThatThrownBy(() -> adapter.users().get(USER_ID)).isInstanceOf(SlackUserUnavailableException.class);
    }

    @Test
    void whoever_is_unknown_is_told_to_who_asked_and_to_no_log() {
        slack.failOnce("users.info", "user_not_found");
        List<LogRecord> records = new CopyOnWriteArrayList<>();
        Logger cache = Logger.getLogger("com.github.benmanes.caffeine.cache");
        Handler logHandler = new RecordingLogHandler(records);
        cache.addHandler(logHandler);
        try {
            assertThatThrownBy(() -> adapter.users().get(USER_ID)).isInstanceOf(SlackUserUnavailableException.class);
        } finally {
            cache.removeHandler(logHandler);
        }
        assertThat(records).isEmpty();
    }

    @Test
    void nobody_is_known_while_the_bot_does_not_know_its_own_workspace() {
        slack.failOnce("auth.test", "invalid_auth");
        respondWithUserFields("\"is_bot\":false");

        assertThatThrownBy(() -> adapter.users().get(USER_ID)).isInstanceOf(SlackUserUnavailableException.class);
        assertThat(adapter.users().get(USER_ID).kind()).isEqualTo(UserKind.MEMBER);
    }

    @Test
    void a_person_is_remembered_for_ten_seconds_and_a_failure_not_at_all() {
        slack.failOnce("users.info", "user_not_found");
        respondWithUserFields("\"is_bot\":false");
        assertThatThrownBy(() -> adapter.users().get(USER_ID)).isInstanceOf(SlackUserUnavailableException.class);

        adapter.users().get(USER_ID);
        clock.advance(Duration.ofSeconds(9));
        adapter.users().get(USER_ID);
        assertThat(slack.calls("users.info")).hasSize(2);

        clock.advance(Duration.ofSeconds(2));
        respondWithUserFields("\"deleted\":true");
        assertThat(adapter.users().get(USER_ID).kind()).isEqualTo(UserKind.DEACTIVATED);
    }

    @Test
    void a_deactivated_person_is_no_member_for_an_hour_when_the_clock_is_put_back() {
        respondWithUserFields("\"is_bot\":false");
        assertThat(adapter.users().get(USER_ID).kind()).isEqualTo(UserKind.MEMBER);

        respondWithUserFields("\"deleted\":true");
        clock.advance(Duration.ofHours(-1));
        clock.advance(Duration.ofSeconds(11));

        assertThat(adapter.users().get(USER_ID).kind()).isEqualTo(UserKind.DEACTIVATED);
    }

    @Test
    void slack_being_away_for_a_moment_makes_nobody_unknown() {
        slack.respondOnce("users.info", new MockResponse.Builder().code(503).build());
        slack.failOnce("users.info", "internal_error");
        respondWithUserFields("\"is_bot\":false");

        assertThat(adapter.users().get(USER_ID).kind()).isEqualTo(UserKind.MEMBER);
        assertThat(slack.calls("users.info")).hasSize(3);
    }

    @Test
    void who_is_asked_for_too_often_is_asked_for_again_when_slack_wants_it() {
        slack.respondOnce(
                "users.info",
                new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "1")
                        .build());
        respondWithUserFields("\"is_bot\":false");
        try (SlackFixture inTime =
                SlackFixture.receiving(slack.account(), new RecordingInbox(), InstantSource.system())) {
            assertThat(inTime.users().get(USER_ID).kind()).isEqualTo(UserKind.MEMBER);
            assertThat(slack.calls("users.info")).hasSize(2);
        }
    }

    @Test
    void nobody_waits_for_as_long_as_slack_may_want() {
        slack.respondOnce(
                "users.info",
                new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "30")
                        .build());
        respondWithUserFields("\"is_bot\":false");

        assertThatThrownBy(() -> adapter.users().get(USER_ID)).isInstanceOf(SlackUserUnavailableException.class);
        assertThat(slack.calls("users.info")).hasSize(1);
    }

    @Test
    void who_is_asked_for_by_many_at_once_is_read_once() {
        respondWithUserFields("\"is_bot\":false");

        assertThat(ConcurrentRunner.runAll(8, () -> adapter.users().get(USER_ID).id()))
                .containsOnly(USER_ID);

        assertThat(slack.calls("users.info")).hasSize(1);
    }

    private static final class RecordingLogHandler extends Handler {

        private final List<LogRecord> records;

        RecordingLogHandler(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Adds fields to the user; of two fields with one name the later counts, as in JSON readers. */
    private void respondWithUserFields(String fields) {
        slack.respondByDefault("users.info", """
                {"ok":true,"user":{"id":"U1","team_id":"T1OURS","name":"a.rao","deleted":false,"is_bot":false,
                 "profile":{"display_name":"asha","real_name":"Asha Rao","email":"asha@example.com"},%s}}""".formatted(fields));
    }
}
