package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.PeopleSelector;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.testkit.InMemoryDirectory;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that protects nothing, or not where it matters, is told to the operator before it is found out by a launch. */
class PolicyReviewTest {

    private static final PolicyDecision ONE_APPROVAL = new PolicyDecision.Permitted(requiringApprovals(1));
    private static final PolicyDecision NO_APPROVAL = new PolicyDecision.Permitted(requiringApprovals(0));
    private static final PolicyDecision DENIED = new PolicyDecision.Denied("never", "v1", "ask the storage team");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Optional<Hours> DAY = hours(LocalTime.of(9, 0), LocalTime.of(18, 0));
    private static final Optional<Hours> NIGHT = hours(LocalTime.of(18, 0), LocalTime.of(9, 0));
    private static final List<Device> DEVICES = List.of(WEB_07, DB_01);

    private final InMemoryDirectory directory = new InMemoryDirectory().addChannel(INCIDENT_CHANNEL, "incident-42");

    @Test
    void approvals_limited_to_a_channel_are_walked_around_in_a_direct_message() {
        assertThat(warnings(permission(rule(channels("incident-*"), ONE_APPROVAL))))
                .singleElement()
                .asString()
                .contains(
                        "can be walked around: web-07.example.com needs no approval when asked for in a direct message")
                .contains("leave out its channels, add a rule for the rest, or say otherwise: deny");
    }

    @Test
    void even_every_channel_is_walked_around_in_a_direct_message() {
        assertThat(warnings(permission(rule(channels("*"), ONE_APPROVAL))))
                .singleElement()
                .asString()
                .contains("in a direct message");
    }

    @Test
    void a_denial_limited_to_a_channel_is_walked_around_too() {
        assertThat(warnings(permission(rule(channels("incident-*"), DENIED))))
                .singleElement()
                .asString()
                .contains("in a direct message");
    }

    @Test
    void approvals_limited_to_hours_are_walked_around_at_another_time() {
        assertThat(warnings(permission(rule(at(DAY), ONE_APPROVAL))))
                .singleElement()
                .asString()
                .contains("needs no approval when asked for on Monday 18:00 Europe/Rome")
                .contains("leave out its hours");
    }

    @Test
    void approvals_limited_to_both_are_walked_around_in_either_way() {
        Match match = new Match(List.of(), List.of(), List.of(), Set.of(), List.of(new Glob("incident-*")), DAY);

        assertThat(warnings(permission(rule(match, ONE_APPROVAL))))
                .anyMatch(warning -> warning.contains("in a direct message"))
                .anyMatch(warning -> warning.contains("18:00 Europe/Rome"))
                .hasSize(2);
    }

    @Test
    void hours_that_are_free_of_a_denial_are_meant() {
        assertThat(warnings(permission(rule(at(NIGHT), DENIED)))).isEmpty();
    }

    @Test
    void nobody_walks_around_where_the_rest_is_denied_or_needs_approval_too() {
        PolicyRule limited = rule(channels("incident-*"), ONE_APPROVAL);

        assertThat(warnings(new PolicyRules(
                        List.of(limited), DefaultDecision.DENY, "v1", PolicyRules.InRescueReminder.DEFAULT)))
                .isEmpty();
        assertThat(warnings(permission(limited, new PolicyRule("rest", Match.ANYTHING, ONE_APPROVAL))))
                .isEmpty();
        assertThat(warnings(permission(rule(at(DAY), ONE_APPROVAL), new PolicyRule("night", at(NIGHT), ONE_APPROVAL))))
                .as("two rules that cover the day together")
                .isEmpty();
    }

    @Test
    void a_rule_for_the_rest_that_is_for_other_devices_closes_nothing() {
        Match metal =
                new Match(List.of(), List.of(), List.of(), Set.of(DeviceType.HARDWARE), List.of(), Optional.empty());

        assertThat(warnings(permission(
                        rule(channels("incident-*"), ONE_APPROVAL), new PolicyRule("rest", metal, ONE_APPROVAL))))
                .singleElement()
                .asString()
                .contains("web-07.example.com needs no approval");
    }

    @Test
    void a_bot_that_serves_the_rules_channels_only_is_not_walked_around() {
        PolicyRules policyRules = permission(rule(channels("incident-*"), ONE_APPROVAL));

        assertThat(new PolicyReview(directory, Set.of(INCIDENT_CHANNEL.value())).review(policyRules, DEVICES))
                .flatMap(RuleReview::warnings)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "production | * | * | no device has a tag that matches 'production'",
                "* | ^db-.* | * | no device has a host name that matches '^db-.*', which looks like a regular expression",
                "* | db-.* | * | no device has a host name that matches 'db-.*', which looks like a regular expression",
                "* | * | #fra02 | no device is in a data centre that matches '#fra02'",
                "prod | web-* | * | no device meets all of its conditions together",
            })
    void a_rule_that_matches_no_device_says_why(String tag, String hostname, String datacenter, String told) {
        Match match = new Match(
                tag.equals("*") ? List.of() : List.of(new Glob(tag)),
                List.of(new Glob(hostname)),
                List.of(new Glob(datacenter)),
                Set.of(),
                List.of(),
                Optional.empty());
        RuleReview ruleReview = new PolicyReview(directory, Set.of())
                .review(permission(rule(match, ONE_APPROVAL)), List.of(WEB_07, tagged("prod")))
                .get(0);

        assertThat(ruleReview.summary()).startsWith("matches 0 of 2 devices now; approvals needed: 1");
        assertThat(ruleReview.warnings()).singleElement().asString().contains(told);
    }

    @Test
    void a_kind_that_the_account_does_not_have_is_told() {
        Match metal =
                new Match(List.of(), List.of(), List.of(), Set.of(DeviceType.HARDWARE), List.of(), Optional.empty());

        assertThat(new PolicyReview(directory, Set.of()).review(permission(rule(metal, ONE_APPROVAL)), List.of(WEB_07)))
                .flatMap(RuleReview::warnings)
                .containsExactly("no device is bare metal");
    }

    @Test
    void a_channel_that_the_bot_is_not_in_is_told() {
        assertThat(warnings(permission(rule(channels("c*"), NO_APPROVAL))))
                .as("a pattern for names, and the ids of channels begin so")
                .isNotEmpty();
        assertThat(warnings(permission(rule(channels("incidents-*"), DENIED))))
                .contains("the bot is in no channel whose name or id matches 'incidents-*'");
        assertThat(warnings(permission(rule(channels(INCIDENT_CHANNEL.value()), NO_APPROVAL))))
                .isEmpty();
    }

    @Test
    void a_rule_below_one_that_matches_the_same_decides_nothing() {
        assertThat(warnings(permission(
                        new PolicyRule("all", Match.ANYTHING, NO_APPROVAL), rule(Match.ANYTHING, ONE_APPROVAL))))
                .containsExactly("decides nothing: rules above it match the same requests; move it up");
    }

    @Test
    void what_a_rule_matches_now_is_one_line_with_devices_and_approvers() {
        directory.addGroup("oncall-leads", new SlackUserId("U0CHIARA")).addUser("elena", new SlackUserId("U0ELENA"));
        PolicyRequirements requirements = new PolicyRequirements(
                "production",
                "v1",
                new ApprovalRequirement(
                        1,
                        new ApproverSelector(Set.of("oncall-leads"), Set.of("elena"), Permission.SERVER_RELOAD),
                        Duration.ofMinutes(15),
                        Optional.empty(),
                        Optional.empty()),
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10));
        PolicyRule production = rule(
                new Match(List.of(), List.of(new Glob("db-*")), List.of(), Set.of(), List.of(), Optional.empty()),
                new PolicyDecision.Permitted(requirements));

        assertThat(new PolicyReview(directory, Set.of()).review(permission(production), DEVICES))
                .extracting(RuleReview::summary)
                .containsExactly("matches 1 of 2 devices now (db-01.example.com);"
                        + " approvals needed: 1, from oncall-leads (U0CHIARA), elena (U0ELENA)");
    }

    @Test
    void a_rule_below_one_that_is_for_other_people_decides_and_is_not_walked_around_by_them() {
        directory.addGroup("leads", new SlackUserId("U0CHIARA"));

        assertThat(warnings(permission(
                        new PolicyRule("leads", Matches.ofGroup("leads"), NO_APPROVAL),
                        rule(Match.ANYTHING, ONE_APPROVAL))))
                .noneMatch(warning -> warning.contains("decides nothing"));
        assertThat(warnings(permission(rule(Matches.ofGroup("leads"), ONE_APPROVAL))))
                .isEmpty();
    }

    @Test
    void a_rule_for_the_requests_of_nobody_is_said() {
        directory.addGroup("juniors");

        assertThat(warnings(permission(rule(Matches.ofGroup("juniors"), ONE_APPROVAL))))
                .anyMatch(warning -> warning.contains("nobody is among the people of its requester"));
    }

    @Test
    void who_is_asked_and_may_not_approve_is_said_and_the_summary_tells_who_is_asked_and_woken() {
        directory.addUser("bruno", new SlackUserId("U0BRUNO")).addUser("elena", new SlackUserId("U0ELENA"));
        ApprovalRequirement approval = new ApprovalRequirement(
                1,
                new ApproverSelector(Set.of(), Set.of("bruno"), Permission.SERVER_RELOAD),
                Duration.ofMinutes(15),
                Optional.of(new ApprovalRequirement.Reminder(
                        Duration.ofMinutes(5), Set.of(), Optional.of(URI.create("https://pager.example.com/x")))),
                Optional.empty(),
                Optional.of(new PeopleSelector(Set.of(), Set.of("elena"))));
        PolicyRule rule = rule(
                Match.ANYTHING,
                new PolicyDecision.Permitted(new PolicyRequirements(
                        "production",
                        "v1",
                        approval,
                        PolicyRequirements.ConfirmationRequirements.NONE,
                        Duration.ofMinutes(10))));

        assertThat(warnings(permission(rule)))
                .anyMatch(warning -> warning.contains("may not approve and are not asked: (U0ELENA)"));
        assertThat(new PolicyReview(directory, Set.of()).review(permission(rule), DEVICES))
                .extracting(RuleReview::decision)
                .containsExactly("approvals needed: 1, from bruno (U0BRUNO); asked at once: elena (U0ELENA);"
                        + " wakes people by a webhook at pager.example.com");
    }

    private List<String> warnings(PolicyRules policyRules) {
        return new PolicyReview(directory, Set.of())
                .review(policyRules, DEVICES).stream()
                        .flatMap(ruleReview -> ruleReview.warnings().stream())
                        .toList();
    }

    private static PolicyRules permission(PolicyRule... policyRules) {
        return new PolicyRules(List.of(policyRules), "v1", PolicyRules.InRescueReminder.DEFAULT);
    }

    private static PolicyRule rule(Match match, PolicyDecision policyDecision) {
        return new PolicyRule("production", match, policyDecision);
    }

    private static Match channels(String pattern) {
        return new Match(List.of(), List.of(), List.of(), Set.of(), List.of(new Glob(pattern)), Optional.empty());
    }

    private static Match at(Optional<Hours> hours) {
        return new Match(List.of(), List.of(), List.of(), Set.of(), List.of(), hours);
    }

    private static Optional<Hours> hours(LocalTime from, LocalTime to) {
        return Optional.of(new Hours(EnumSet.allOf(DayOfWeek.class), from, to, ROME));
    }

    private static Device tagged(String tag) {
        Device.Details details = DB_01.details();
        return new Device.Hardware(
                new Device.Details(
                        details.id(),
                        details.name(),
                        details.addresses(),
                        details.operatingSystem(),
                        details.datacenter(),
                        Set.of(tag)),
                false);
    }
}
