package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the start and {@code doctor} say of a rule that its people cannot satisfy: whom it is about, and why. */
class PolicyShortageTextTest {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");

    private final InMemoryCloudUsers account = new InMemoryCloudUsers()
            .with(onCallUser(new CloudUserId(2)).withEmail(Optional.of("u0bruno@example.com")))
            .with(onCallUser(new CloudUserId(3)).withEmail(Optional.of("u0chiara@example.com")));
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final InMemoryDirectory directory =
            new InMemoryDirectory().addUser("bruno", BRUNO).addUser("chiara", CHIARA);
    private SlackUser.UserKind brunosKind = SlackUser.UserKind.MEMBER;

    @Test
    void as_many_as_must_approve_are_too_few_since_one_of_them_may_ask() {
        assertThat(shortages(1)).isEmpty();
        assertThat(shortages(2))
                .containsExactly(
                        "rule leads: 2 must approve, the requester has no vote, and only 2 of the 2 people whom"
                                + " it names can, counted by human; name more approvers, or have an administrator help those");
    }

    @Test
    void who_lacks_the_permission_is_named_with_it() {
        account.with(onCallUser(new CloudUserId(2))
                .withEmail(Optional.of("u0bruno@example.com"))
                .withPermissions(Set.of(Permission.VIRTUAL_GUEST_VIEW)));

        assertThat(shortages(1))
                .singleElement()
                .asString()
                .contains("; not U0BRUNO (cloud user 9001_user2 lacks SERVER_RELOAD); name more approvers");
    }

    @Test
    void a_guest_is_no_member() {
        brunosKind = SlackUser.UserKind.GUEST;

        assertThat(shortages(1)).singleElement().asString().contains("; not U0BRUNO (no member of this workspace);");
    }

    @Test
    void who_was_deactivated_is_told_from_a_guest() {
        brunosKind = SlackUser.UserKind.DEACTIVATED;

        assertThat(shortages(1)).singleElement().asString().contains("; not U0BRUNO (deactivated in Slack);");
    }

    @Test
    void whose_cloud_user_was_removed_has_none() {
        links.save(AccountLink.verified(slackUser(BRUNO), new CloudUserId(99), NOON));

        assertThat(shortages(1)).singleElement().asString().contains("; not U0BRUNO (no cloud user);");
    }

    @Test
    void a_rule_that_asks_nobody_in_particular_is_short_of_nobody() {
        PolicyRule anybody =
                new PolicyRule("anybody", Match.ANYTHING, new PolicyDecision.Permitted(requiringApprovals(5)));

        assertThat(shortages(List.of(anybody, rule(0)))).isEmpty();
    }

    @Test
    void a_rule_that_needs_no_approval_cannot_be_short_of_approvers() {
        InMemoryDirectory nobody = new InMemoryDirectory();

        assertThat(new PolicyFeasibility(nobody)
                        .problems(new PolicyRules(List.of(rule(0)), "v1", PolicyRules.InRescueReminder.DEFAULT)))
                .allMatch(problem -> problem.contains("Slack knows nobody, or several, by"))
                .hasSize(2);
    }

    private List<String> shortages(int quorum) {
        return shortages(List.of(rule(quorum)));
    }

    private List<String> shortages(List<PolicyRule> rules) {
        AccessCheck accessCheck = new AccessCheck(this::slackUser, account, links, () -> NOON);
        return new PolicyFeasibility(directory)
                .shortages(
                        new PolicyRules(rules, "v1", PolicyRules.InRescueReminder.DEFAULT),
                        new ApproverAbility(accessCheck, new HumanIdentities(account, links)));
    }

    private SlackUser slackUser(SlackUserId id) {
        SlackUser.UserKind kind = id.equals(BRUNO) ? brunosKind : SlackUser.UserKind.MEMBER;
        String email = id.value().toLowerCase(Locale.ROOT) + "@example.com";
        return new SlackUser(id, id.value(), Optional.of(email), Locale.ENGLISH, kind);
    }

    private static PolicyRule rule(int quorum) {
        ApprovalRequirement requirement = new ApprovalRequirement(
                quorum,
                new ApproverSelector(Set.of(), Set.of("bruno", "chiara"), Permission.SERVER_RELOAD),
                Duration.ofMinutes(15),
                Optional.empty(),
                Optional.empty());
        return new PolicyRule(
                "leads",
                Match.ANYTHING,
                new PolicyDecision.Permitted(new PolicyRequirements(
                        "leads",
                        "v1",
                        requirement,
                        PolicyRequirements.ConfirmationRequirements.NONE,
                        Duration.ofMinutes(10))));
    }
}
