package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.People.PersonUnknown;
import dev.lifeline.access.Person;
import dev.lifeline.access.Person.Guise;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.contract.AtOnce;
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

class SlackPeopleTest {

    private static final SlackUserId ID = new SlackUserId("U1");

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final SlackDoor door = new SlackDoor(
            slack.account(),
            LoneShelves.of(new RecordingInbox(), new ListedOutbox(), clock),
            (letter, reason) -> {},
            clock);

    @AfterEach
    void close() {
        door.close();
        slack.close();
    }

    @Test
    void a_member_has_a_name_an_address_and_a_language() {
        isDescribedAs("\"locale\":\"it-IT\",\"is_email_confirmed\":true");

        Person person = door.people().person(ID);

        assertThat(person.name()).isEqualTo("asha");
        assertThat(person.email()).contains("asha@example.com");
        assertThat(person.locale()).isEqualTo(Locale.forLanguageTag("it-IT"));
        assertThat(person.guise()).isEqualTo(Guise.MEMBER);
        assertThat(slack.only("users.info")).containsEntry("include_locale", "true");
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
                "\"team_id\":null; STRANGER",
                "\"is_admin\":true; MEMBER",
            })
    void not_everybody_is_a_member(String description, Guise guise) {
        isDescribedAs(description);

        assertThat(door.people().person(ID).guise()).isEqualTo(guise);
    }

    @Test
    void members_of_other_workspaces_of_the_grid_are_served_where_the_operator_says_so() {
        SlackAccount account = slack.account();
        SlackAccount wider = new SlackAccount(
                account.botToken(),
                account.appToken(),
                account.signingSecret(),
                account.apiUrl(),
                Set.of("T1OURS", "T2THEIRS"));
        try (SlackDoor grid = new SlackDoor(
                wider,
                LoneShelves.of(new RecordingInbox(), new ListedOutbox(), clock),
                (letter, reason) -> {},
                clock)) {
            isDescribedAs("\"team_id\":\"T2THEIRS\"");
            assertThat(grid.people().person(ID).guise()).isEqualTo(Guise.MEMBER);
            clock.pass(Duration.ofSeconds(11));
            isDescribedAs("\"team_id\":\"T3ELSE\"");
            assertThat(grid.people().person(ID).guise()).isEqualTo(Guise.STRANGER);
        }
    }

    @Test
    void an_address_that_slack_does_not_vouch_for_is_none() {
        isDescribedAs("\"is_email_confirmed\":false");

        assertThat(door.people().person(ID).email()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ok\":false,\"error\":\"user_not_found\"}", "<html>", "{\"ok\":true}", "[]", ""})
    void whoever_slack_says_nothing_about_is_unknown(String answer) {
        slack.usually("users.info", answer);

        assertThatThrownBy(() -> door.people().person(ID)).isInstanceOf(PersonUnknown.class);
    }

    @Test
    void whoever_is_unknown_is_told_to_who_asked_and_to_no_log() {
        slack.refuses("users.info", "user_not_found");
        List<LogRecord> said = new CopyOnWriteArrayList<>();
        Logger cache = Logger.getLogger("com.github.benmanes.caffeine.cache");
        Handler ear = new LogEar(said);
        cache.addHandler(ear);
        try {
            assertThatThrownBy(() -> door.people().person(ID)).isInstanceOf(PersonUnknown.class);
        } finally {
            cache.removeHandler(ear);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void nobody_is_known_while_the_bot_does_not_know_its_own_workspace() {
        slack.refuses("auth.test", "invalid_auth");
        isDescribedAs("\"is_bot\":false");

        assertThatThrownBy(() -> door.people().person(ID)).isInstanceOf(PersonUnknown.class);
        assertThat(door.people().person(ID).guise()).isEqualTo(Guise.MEMBER);
    }

    @Test
    void a_person_is_remembered_for_ten_seconds_and_a_failure_not_at_all() {
        slack.refuses("users.info", "user_not_found");
        isDescribedAs("\"is_bot\":false");
        assertThatThrownBy(() -> door.people().person(ID)).isInstanceOf(PersonUnknown.class);

        door.people().person(ID);
        clock.pass(Duration.ofSeconds(9));
        door.people().person(ID);
        assertThat(slack.calls("users.info")).hasSize(2);

        clock.pass(Duration.ofSeconds(2));
        isDescribedAs("\"deleted\":true");
        assertThat(door.people().person(ID).guise()).isEqualTo(Guise.DEACTIVATED);
    }

    @Test
    void slack_being_away_for_a_moment_makes_nobody_unknown() {
        slack.says("users.info", new MockResponse.Builder().code(503).build());
        slack.refuses("users.info", "internal_error");
        isDescribedAs("\"is_bot\":false");

        assertThat(door.people().person(ID).guise()).isEqualTo(Guise.MEMBER);
        assertThat(slack.calls("users.info")).hasSize(3);
    }

    @Test
    void who_is_asked_for_too_often_is_asked_for_again_when_slack_wants_it() {
        slack.says(
                "users.info",
                new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "1")
                        .build());
        isDescribedAs("\"is_bot\":false");
        try (SlackDoor inTime = new SlackDoor(
                slack.account(),
                LoneShelves.of(new RecordingInbox(), new ListedOutbox(), InstantSource.system()),
                (letter, reason) -> {},
                InstantSource.system())) {
            assertThat(inTime.people().person(ID).guise()).isEqualTo(Guise.MEMBER);
            assertThat(slack.calls("users.info")).hasSize(2);
        }
    }

    @Test
    void nobody_waits_for_as_long_as_slack_may_want() {
        slack.says(
                "users.info",
                new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "30")
                        .build());
        isDescribedAs("\"is_bot\":false");

        assertThatThrownBy(() -> door.people().person(ID)).isInstanceOf(PersonUnknown.class);
        assertThat(slack.calls("users.info")).hasSize(1);
    }

    @Test
    void who_is_asked_for_by_many_at_once_is_read_once() {
        isDescribedAs("\"is_bot\":false");

        assertThat(AtOnce.all(8, () -> door.people().person(ID).id())).containsOnly(ID);

        assertThat(slack.calls("users.info")).hasSize(1);
    }

    private static final class LogEar extends Handler {

        private final List<LogRecord> said;

        LogEar(List<LogRecord> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord heard) {
            said.add(heard);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Later fields of the same name win, as JSON readers do. */
    private void isDescribedAs(String more) {
        slack.usually("users.info", """
                {"ok":true,"user":{"id":"U1","team_id":"T1OURS","name":"a.rao","deleted":false,"is_bot":false,
                 "profile":{"display_name":"asha","real_name":"Asha Rao","email":"asha@example.com"},%s}}""".formatted(more));
    }
}
