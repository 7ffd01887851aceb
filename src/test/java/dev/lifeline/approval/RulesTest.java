package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.INCIDENT_42;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.approvals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Device;
import dev.lifeline.device.Kind;
import dev.lifeline.rescue.Place;
import dev.lifeline.testkit.Phonebook;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Ruling ONE = new Ruling.Asks(approvals(1));
    private static final Ruling TWO = new Ruling.Asks(approvals(2));
    private static final Ruling NEVER = new Ruling.Denied("never", "v1", "ask the storage team");

    private final Phonebook slack = new Phonebook().names(INCIDENT_42, "incident-42");

    @Test
    void what_no_rule_matches_needs_nobody_else() {
        Rules rules = rules(new Rule("metal", metal(), ONE));

        assertThat(quorum(rules.on(wish(WEB_07), slack))).isZero();
        assertThat(quorum(rules.on(wish(DB_01), slack))).isEqualTo(1);
    }

    @Test
    void the_first_rule_that_matches_decides() {
        Rules rules = rules(new Rule("first", Match.ANYTHING, ONE), new Rule("second", Match.ANYTHING, TWO));

        assertThat(quorum(rules.on(wish(WEB_07), slack))).isEqualTo(1);
    }

    @Test
    void a_rule_that_denies_wins_wherever_it_stands() {
        Rules rules = rules(new Rule("first", Match.ANYTHING, ONE), new Rule("never", Match.ANYTHING, NEVER));

        assertThat(rules.on(wish(WEB_07), slack)).isEqualTo(NEVER);
    }

    @Test
    void every_condition_has_to_hold_and_one_value_of_each_is_enough() {
        Match match = new Match(
                List.of(),
                globs("db-*", "web-*"),
                globs("dal*"),
                Set.of(Kind.VIRTUAL_GUEST),
                globs("incident-*"),
                Optional.empty());

        assertThat(match.holds(wish(WEB_07), slack)).isTrue();
        assertThat(match.holds(wish(DB_01), slack)).isFalse();
    }

    @Test
    void a_rule_for_a_channels_id_holds_for_any_id_that_the_channel_has_had() {
        Match match = new Match(List.of(), List.of(), List.of(), Set.of(), globs("G0ONCE"), Optional.empty());

        assertThat(match.holds(wish(WEB_07), slack)).isFalse();
        slack.moved(new Place("G0ONCE"), INCIDENT_42);
        assertThat(match.holds(wish(WEB_07), slack)).isTrue();
    }

    @Test
    void names_match_in_any_case_by_host_name_or_in_full() {
        assertThat(new Glob("WEB-0?").matches("web-07")).isTrue();
        assertThat(new Glob("*.example.com").matches("web-07.example.com")).isTrue();
        assertThat(new Glob("web-07").matches("web-077")).isFalse();
        assertThat(new Glob("a.c").matches("abc")).isFalse();
    }

    @Test
    void hours_may_go_over_midnight_and_belong_to_the_day_they_began_on() {
        ZoneId rome = ZoneId.of("Europe/Rome");
        Hours nights = new Hours(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), rome);

        assertThat(nights.include(at("2026-11-20T21:30:00Z"))).isTrue();
        assertThat(nights.include(at("2026-11-21T04:30:00Z")))
                .as("early on Saturday")
                .isTrue();
        assertThat(nights.include(at("2026-11-21T21:30:00Z")))
                .as("Saturday night")
                .isFalse();
        assertThat(nights.include(at("2026-11-20T12:00:00Z"))).isFalse();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    private static Rules rules(Rule... rules) {
        return new Rules(List.of(rules), "v1", Rules.Lingering.USUAL);
    }

    private static Match metal() {
        return new Match(List.of(), List.of(), List.of(), Set.of(Kind.HARDWARE), List.of(), Optional.empty());
    }

    private static List<Glob> globs(String... patterns) {
        return List.of(patterns).stream().map(Glob::new).toList();
    }

    private static Wish wish(Device device) {
        return new Wish(device, INCIDENT_42, NOON);
    }

    private static int quorum(Ruling ruling) {
        return ((Ruling.Asks) ruling).clearance().quorum();
    }
}
