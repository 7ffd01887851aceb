package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.guest;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.testkit.InMemoryDirectory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an operator reads of each rule: nothing is shortened without saying so, and nothing is warned about that is meant. */
class RuleReviewTest {

    private static final PolicyDecision ONE_APPROVAL = new PolicyDecision.Permitted(requiringApprovals(1));
    private static final PolicyDecision NO_APPROVAL = new PolicyDecision.Permitted(requiringApprovals(0));
    private static final PolicyDecision DENIED = new PolicyDecision.Denied("never", "v1", "ask the storage team");

    private final InMemoryDirectory directory = new InMemoryDirectory().addChannel(INCIDENT_CHANNEL, "incident-42");

    @Test
    void five_devices_are_named_and_of_six_it_says_that_there_is_one_more() {
        assertThat(summary(5, ONE_APPROVAL))
                .contains("matches 5 of 5 devices now (")
                .contains("web-5.example.com)");
        assertThat(summary(6, ONE_APPROVAL))
                .contains("matches 6 of 6 devices now (")
                .contains("web-5.example.com and 1 more);")
                .doesNotContain("web-6");
    }

    private String summary(int deviceCount, PolicyDecision decision) {
        List<Device> devices = IntStream.rangeClosed(1, deviceCount)
                .mapToObj(number -> guest(number, "web-" + number, Family.LINUX, 8192))
                .toList();
        return review(List.of(rule(Match.ANYTHING, decision)), devices).get(0).summary();
    }

    @Test
    void what_a_rule_decides_is_said_also_where_it_asks_nobody() {
        assertThat(summary(1, DENIED)).endsWith("; denies");
        assertThat(summary(1, NO_APPROVAL)).endsWith("; needs no approval");
        assertThat(summary(1, ONE_APPROVAL)).endsWith("; approvals needed: 1, from whoever else may launch it");
    }

    @Test
    void approvers_are_named_up_to_five_and_who_is_unknown_is_nobody() {
        directory.addGroup("five", people(5)).addGroup("six", people(6));

        assertThat(summary(1, approvedBy("five", "six", "gone", "helena")))
                .contains("five (U0P1, U0P2, U0P3, U0P4, U0P5)")
                .contains("six (U0P1, U0P2, U0P3, U0P4, U0P5 and 1 more)")
                .contains("gone (nobody)")
                .contains("helena (nobody)");
    }

    private static SlackUserId[] people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new SlackUserId("U0P" + number))
                .toArray(SlackUserId[]::new);
    }

    private static PolicyDecision approvedBy(String... references) {
        Set<String> groups = Set.of(references[0], references[1], references[2]);
        ApprovalRequirement approval = new ApprovalRequirement(
                1,
                new ApproverSelector(groups, Set.of(references[3]), Permission.SERVER_RELOAD),
                Duration.ofMinutes(15),
                Optional.empty(),
                Optional.empty());
        return new PolicyDecision.Permitted(new PolicyRequirements(
                "production",
                "v1",
                approval,
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10)));
    }

    @Test
    void a_rule_for_guests_in_an_account_of_bare_metal_is_told() {
        assertThat(warnings(List.of(rule(kind(DeviceType.VIRTUAL_GUEST), DENIED)), List.of(DB_01)))
                .contains("no device is virtual");
    }

    @Test
    void a_rule_that_denies_everywhere_or_asks_for_nothing_is_not_warned_about() {
        assertThat(warnings(List.of(rule(Match.ANYTHING, DENIED)), List.of(WEB_07)))
                .isEmpty();
        assertThat(warnings(List.of(rule(channels("incident-42"), NO_APPROVAL)), List.of(WEB_07)))
                .isEmpty();
    }

    @Test
    void a_way_round_through_another_served_channel_names_the_channel() {
        directory.addChannel(new ChannelId("C0RANDOM"), "random");

        assertThat(reviewOf(
                        Set.of(INCIDENT_CHANNEL.value(), "C0RANDOM"),
                        List.of(rule(channels("incident-42"), ONE_APPROVAL)),
                        List.of(WEB_07)))
                .flatMap(RuleReview::warnings)
                .singleElement()
                .asString()
                .contains("when asked for in #random;");
    }

    @Test
    void a_served_channel_whose_name_slack_does_not_tell_is_named_by_its_id() {
        assertThat(reviewOf(
                        Set.of(INCIDENT_CHANNEL.value(), "C0NAMELESS"),
                        List.of(rule(channels("incident-42"), ONE_APPROVAL)),
                        List.of(WEB_07)))
                .flatMap(RuleReview::warnings)
                .singleElement()
                .asString()
                .contains("when asked for in channel C0NAMELESS;");
    }

    @Test
    void a_way_round_that_needs_another_channel_at_another_hour_names_both() {
        PolicyRule inTheChannel = new PolicyRule("channel", channels("incident-42"), ONE_APPROVAL);
        PolicyRule byDay = new PolicyRule("day", at(9, 18), ONE_APPROVAL);
        Match both = new Match(
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(new Glob("incident-42")),
                at(9, 18).hours());

        assertThat(warnings(List.of(inTheChannel, byDay, new PolicyRule("both", both, ONE_APPROVAL)), List.of(WEB_07)))
                .anyMatch(warning -> warning.contains("in a direct message on Monday 18:00 Z;")
                        && warning.contains("leave out its channels and hours"));
    }

    @Test
    void a_rest_that_needs_no_approval_is_a_way_round_and_one_that_is_denied_is_none() {
        PolicyRule limited = rule(channels("incident-42"), ONE_APPROVAL);

        assertThat(warnings(List.of(limited, new PolicyRule("rest", Match.ANYTHING, NO_APPROVAL)), List.of(WEB_07)))
                .singleElement()
                .asString()
                .contains("when asked for in a direct message;");
        assertThat(warnings(
                        List.of(limited, new PolicyRule("rest", kind(DeviceType.VIRTUAL_GUEST), DENIED)),
                        List.of(WEB_07)))
                .as("and what is denied everywhere needs no approval anywhere")
                .containsExactly("decides nothing: rules above it match the same requests; move it up");
    }

    @Test
    void hours_of_one_day_are_walked_around_on_the_next() {
        Hours monday = new Hours(EnumSet.of(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC);
        Match mondays = new Match(List.of(), List.of(), List.of(), Set.of(), List.of(), Optional.of(monday));

        assertThat(warnings(List.of(rule(mondays, ONE_APPROVAL)), List.of(WEB_07)))
                .singleElement()
                .asString()
                .contains("on Tuesday 00:00 Z;");
    }

    @Test
    void the_last_hours_of_a_week_are_looked_at_too() {
        Hours butSunday = new Hours(
                EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                ZoneOffset.UTC);
        Match working = new Match(List.of(), List.of(), List.of(), Set.of(), List.of(), Optional.of(butSunday));

        assertThat(warnings(List.of(rule(working, ONE_APPROVAL)), List.of(WEB_07)))
                .singleElement()
                .asString()
                .contains("on Sunday 00:00 Z;");
    }

    private List<String> warnings(List<PolicyRule> rules, List<Device> devices) {
        return review(rules, devices).stream()
                .flatMap(ruleReview -> ruleReview.warnings().stream())
                .toList();
    }

    private List<RuleReview> review(List<PolicyRule> rules, List<Device> devices) {
        return reviewOf(Set.of(), rules, devices);
    }

    private List<RuleReview> reviewOf(Set<String> servedChannelIds, List<PolicyRule> rules, List<Device> devices) {
        PolicyRules policyRules = new PolicyRules(rules, "v1", PolicyRules.InRescueReminder.DEFAULT);
        return new PolicyReview(directory, servedChannelIds).review(policyRules, devices);
    }

    private static Match kind(DeviceType deviceType) {
        return new Match(List.of(), List.of(), List.of(), Set.of(deviceType), List.of(), Optional.empty());
    }

    private static Match channels(String pattern) {
        return new Match(List.of(), List.of(), List.of(), Set.of(), List.of(new Glob(pattern)), Optional.empty());
    }

    private static Match at(int fromHour, int toHour) {
        Hours hours = new Hours(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(fromHour, 0), LocalTime.of(toHour, 0), ZoneOffset.UTC);
        return new Match(List.of(), List.of(), List.of(), Set.of(), List.of(), Optional.of(hours));
    }

    private static PolicyRule rule(Match match, PolicyDecision decision) {
        return new PolicyRule("production", match, decision);
    }
}
