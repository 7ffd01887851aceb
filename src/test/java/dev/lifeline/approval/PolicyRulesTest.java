package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.Drill;
import dev.lifeline.device.Outage;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.PeopleSelector;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.testkit.InMemoryDirectory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {

    private static final PolicyDecision NO_APPROVAL = new PolicyDecision.Permitted(PolicyRequirements.NONE);
    private static final PolicyDecision ONE_APPROVAL = new PolicyDecision.Permitted(requiringApprovals(1));
    private static final PolicyDecision TWO_APPROVALS = new PolicyDecision.Permitted(requiringApprovals(2));
    private static final PolicyDecision DENIED = new PolicyDecision.Denied("never", "v1", "ask the storage team");

    private final InMemoryDirectory directory = new InMemoryDirectory().addChannel(INCIDENT_CHANNEL, "incident-42");

    @Test
    void what_no_rule_matches_requires_no_approval() {
        PolicyRules policyRules = rules(new PolicyRule("metal", bareMetalOnly(), ONE_APPROVAL));

        assertThat(quorum(policyRules.evaluate(policyInput(WEB_07), directory))).isZero();
        assertThat(quorum(policyRules.evaluate(policyInput(DB_01), directory))).isEqualTo(1);
    }

    @Test
    void a_rule_may_be_for_some_accounts() {
        AccountName lab = new AccountName("lab");
        Match inLab = Matches.inAccount(lab);
        PolicyRules policyRules = rules(new PolicyRule("lab", inLab, ONE_APPROVAL));

        assertThat(quorum(policyRules.evaluate(policyInput(WEB_07), directory))).isZero();
        assertThat(quorum(policyRules.evaluate(policyInput(WEB_07.in(lab)), directory)))
                .isEqualTo(1);
    }

    @Test
    void what_no_rule_matches_is_denied_where_the_policy_says_so() {
        PolicyRules policyRules = new PolicyRules(
                List.of(new PolicyRule("metal", bareMetalOnly(), ONE_APPROVAL)),
                DefaultDecision.DENY,
                "v1",
                PolicyRules.InRescueReminder.DEFAULT);

        assertThat(policyRules.evaluate(policyInput(WEB_07), directory))
                .isEqualTo(new PolicyDecision.DeniedByDefault("v1"));
        assertThat(quorum(policyRules.evaluate(policyInput(DB_01), directory))).isEqualTo(1);
    }

    @Test
    void a_device_without_a_domain_has_one_name_and_is_matched_by_it() {
        Device nameOnly = Drill.practice("U0ASHA", AccountName.MAIN, NOON).device();
        Match match = new Match(List.of(), globs("drill:*"), List.of(), Set.of(), List.of(), Optional.empty());

        assertThat(quorum(rules(new PolicyRule("drills", match, ONE_APPROVAL))
                        .evaluate(policyInput(nameOnly), directory)))
                .isEqualTo(1);
    }

    @Test
    void the_first_rule_that_matches_decides() {
        PolicyRules policyRules = rules(
                new PolicyRule("first", Match.ANYTHING, ONE_APPROVAL),
                new PolicyRule("second", Match.ANYTHING, TWO_APPROVALS));

        assertThat(quorum(policyRules.evaluate(policyInput(WEB_07), directory))).isEqualTo(1);
    }

    @Test
    void a_rule_that_denies_wins_wherever_it_stands() {
        PolicyRules policyRules = rules(
                new PolicyRule("first", Match.ANYTHING, ONE_APPROVAL), new PolicyRule("never", Match.ANYTHING, DENIED));

        assertThat(policyRules.evaluate(policyInput(WEB_07), directory)).isEqualTo(DENIED);
    }

    @Test
    void every_condition_has_to_hold_and_one_value_of_each_is_enough() {
        Match match = new Match(
                List.of(),
                globs("db-*", "web-*"),
                globs("dal*"),
                Set.of(DeviceType.VIRTUAL_GUEST),
                globs("incident-*"),
                Optional.empty());

        assertThat(match.matches(policyInput(WEB_07), directory)).isTrue();
        assertThat(match.matches(policyInput(DB_01), directory)).isFalse();
    }

    @Test
    void a_rule_for_a_channels_id_holds_for_any_id_that_the_channel_has_had() {
        Match match = new Match(List.of(), List.of(), List.of(), Set.of(), globs("G0ONCE"), Optional.empty());

        assertThat(match.matches(policyInput(WEB_07), directory)).isFalse();
        directory.moveChannel(new ChannelId("G0ONCE"), INCIDENT_CHANNEL);
        assertThat(match.matches(policyInput(WEB_07), directory)).isTrue();
    }

    @Test
    void a_pattern_for_channel_names_matches_no_id_and_so_no_direct_message() {
        PolicyInput inDirectMessage = new PolicyInput(WEB_07, new ChannelId("D0ASHA"), NOON, ASHA);

        for (String pattern : List.of("*", "d*"))
            assertThat(new Match(List.of(), List.of(), List.of(), Set.of(), globs(pattern), Optional.empty())
                            .matches(inDirectMessage, directory))
                    .as(pattern)
                    .isFalse();
    }

    /** It was renamed, switched off or deleted, and whoever was in it would be free of the rule. */
    @Test
    void P4_a_rule_for_a_group_that_slack_does_not_know_opens_nothing_that_it_closed() {
        for (PolicyDecision closing : List.of(DENIED, ONE_APPROVAL))
            assertThatThrownBy(() -> rules(new PolicyRule("guests", Matches.ofGroup("contractors"), closing))
                            .evaluate(policyInput(WEB_07), directory))
                    .isInstanceOfSatisfying(
                            DirectoryUnavailableException.class,
                            e -> assertThat(e.outage()).isEqualTo(Outage.PERMANENT))
                    .hasMessageContaining("contractors");
    }

    @Test
    void P4_a_rule_that_only_opens_is_passed_over_where_its_group_is_unknown() {
        PolicyRules policyRules = rules(
                new PolicyRule("leads", Matches.ofGroup("leads"), NO_APPROVAL),
                new PolicyRule("others", Match.ANYTHING, ONE_APPROVAL));

        assertThat(quorum(policyRules.evaluate(policyInput(WEB_07), directory))).isEqualTo(1);
    }

    @Test
    void an_unknown_group_does_not_matter_to_whom_the_rule_names_otherwise_or_another_rule_decides_about() {
        PolicyRule closed = new PolicyRule("guests", Matches.ofGroup("contractors"), TWO_APPROVALS);
        directory.addUser("asha", ASHA);
        Match alsoAsha = Matches.ofRequester(new PeopleSelector(Set.of("contractors"), Set.of("asha")));

        assertThat(quorum(rules(new PolicyRule("guests", alsoAsha, TWO_APPROVALS))
                        .evaluate(policyInput(WEB_07), directory)))
                .isEqualTo(2);
        assertThat(quorum(rules(new PolicyRule("all", Match.ANYTHING, ONE_APPROVAL), closed)
                        .evaluate(policyInput(WEB_07), directory)))
                .isEqualTo(1);
    }

    @Test
    void a_rule_for_a_group_without_anybody_is_for_nobody() {
        directory.addGroup("contractors");

        assertThat(quorum(rules(new PolicyRule("guests", Matches.ofGroup("contractors"), TWO_APPROVALS))
                        .evaluate(policyInput(WEB_07), directory)))
                .isZero();
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

        assertThat(nights.contains(instant("2026-11-20T21:30:00Z"))).isTrue();
        assertThat(nights.contains(instant("2026-11-21T04:30:00Z")))
                .as("early on Saturday")
                .isTrue();
        assertThat(nights.contains(instant("2026-11-21T21:30:00Z")))
                .as("Saturday night")
                .isFalse();
        assertThat(nights.contains(instant("2026-11-20T12:00:00Z"))).isFalse();
    }

    private static Instant instant(String time) {
        return Instant.parse(time);
    }

    private static PolicyRules rules(PolicyRule... policyRules) {
        return new PolicyRules(List.of(policyRules), "v1", PolicyRules.InRescueReminder.DEFAULT);
    }

    private static Match bareMetalOnly() {
        return new Match(List.of(), List.of(), List.of(), Set.of(DeviceType.HARDWARE), List.of(), Optional.empty());
    }

    private static List<Glob> globs(String... patterns) {
        return List.of(patterns).stream().map(Glob::new).toList();
    }

    private static PolicyInput policyInput(Device device) {
        return new PolicyInput(device, INCIDENT_CHANNEL, NOON, ASHA);
    }

    private static int quorum(PolicyDecision policyDecision) {
        return ((PolicyDecision.Permitted) policyDecision).requirements().quorum();
    }
}
