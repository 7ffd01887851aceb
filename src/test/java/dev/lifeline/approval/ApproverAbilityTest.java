package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryDirectory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three people may approve by their names: bruno, chiara and dario, each with a cloud user of their own. */
class ApproverAbilityTest {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final SlackUserId DARIO = new SlackUserId("U0DARIO");

    private final InMemoryCloudUsers account = new InMemoryCloudUsers();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final InMemoryDirectory directory = new InMemoryDirectory().addGroup("leads", BRUNO, CHIARA, DARIO);
    private final Map<SlackUserId, SlackUser.UserKind> kinds = new HashMap<>();
    private final Set<SlackUserId> unknown = new HashSet<>();
    private final AccessCheck accessCheck =
            new AccessCheck(this::slackUser, account, links, () -> NOON);
    private final ApproverAbility ability = new ApproverAbility(accessCheck, new HumanIdentities(account, links));
    private final ApproverResolver resolver = new ApproverResolver(directory, ability);

    @BeforeEach
    void everybody_can_at_first() {
        account.with(cloudUser(101, "asha")).with(cloudUser(102, "bruno"));
        account.with(cloudUser(103, "chiara")).with(cloudUser(104, "dario"));
    }

    @Test
    void who_is_deactivated_in_slack_is_neither_counted_nor_waited_for() {
        kinds.put(CHIARA, SlackUser.UserKind.DEACTIVATED);

        assertThat(asked(2).requested()).containsExactlyInAnyOrder(BRUNO, DARIO);
        ApproverShortage shortage = shortage(3).orElseThrow();
        assertThat(shortage.able()).isEqualTo(2);
        assertThat(shortage.obstacles())
                .containsOnly(Map.entry(CHIARA, new DenialReason.NotWorkspaceMember(SlackUser.UserKind.DEACTIVATED)));
    }

    @Test
    void who_is_disabled_at_the_provider_or_may_not_launch_is_neither_counted_nor_waited_for() {
        account.with(cloudUser(103, "chiara").withStatus(CloudUser.Status.DISABLED));
        account.with(cloudUser(104, "dario").withPermissions(Set.of(Permission.VIRTUAL_GUEST_VIEW)));

        assertThat(asked(1).requested()).containsExactly(BRUNO);
        assertThat(shortage(1)).isEmpty();
        assertThat(shortage(2).orElseThrow().obstacles()).containsOnlyKeys(CHIARA, DARIO);
    }

    @Test
    void P5_one_human_with_two_cloud_users_of_one_email_is_counted_once() {
        links.save(AccountLink.verified(slackUser(DARIO), new CloudUserId(104), NOON));
        account.with(cloudUser(104, "dario").withEmail(Optional.of("Bruno@Example.com")));

        assertThat(shortage(2)).isEmpty();
        assertThat(shortage(3).orElseThrow().able()).isEqualTo(2);
    }

    @Test
    void P5_another_cloud_user_of_the_requester_is_neither_counted_nor_asked() {
        links.save(AccountLink.verified(slackUser(ASHA_REQUESTER.slackUserId()), new CloudUserId(101), NOON));
        links.save(AccountLink.verified(slackUser(DARIO), new CloudUserId(104), NOON));
        account.with(cloudUser(104, "asha"));

        assertThat(asked(1).requested()).containsExactlyInAnyOrder(BRUNO, CHIARA);
        assertThat(shortage(3).orElseThrow().able()).isEqualTo(2);
    }

    @Test
    void what_slack_or_the_provider_does_not_tell_counts_against_nobody() {
        unknown.add(BRUNO);
        assertThat(shortage(3)).isEmpty();
        assertThat(asked(3).requested()).hasSize(3);

        account.unavailable();
        unknown.clear();
        assertThat(shortage(3)).isEmpty();
    }

    @Test
    void nobody_is_linked_by_being_counted() {
        assertThat(asked(1).requested()).hasSize(3);

        assertThat(links.listActive()).isEmpty();
    }

    @Test
    void the_start_and_doctor_name_who_cannot() {
        kinds.put(CHIARA, SlackUser.UserKind.DEACTIVATED);
        account.with(cloudUser(104, "dario").withStatus(CloudUser.Status.DISABLED));

        assertThat(shortagesAtStart(1))
                .singleElement()
                .asString()
                .contains("rule leads: 1 must approve", "only 1 of the 3 people")
                .contains("U0CHIARA (deactivated in Slack)", "U0DARIO (cloud user 9001_dario is disabled)");
    }

    @Test
    void at_the_start_somebody_without_a_cloud_user_can_still_link_one() {
        account.with(cloudUser(104, "somebody.else"));

        assertThat(shortagesAtStart(2)).isEmpty();
        assertThat(shortage(3).orElseThrow().obstacles()).containsOnlyKeys(DARIO);
    }

    private ApproverSet asked(int quorum) {
        return resolver.resolve(requirement(quorum), ASHA_REQUESTER, WEB_07_ID);
    }

    private Optional<ApproverShortage> shortage(int quorum) {
        return resolver.findShortage(requirement(quorum), ASHA_REQUESTER, WEB_07_ID);
    }

    private List<String> shortagesAtStart(int quorum) {
        PolicyRequirements requirements = new PolicyRequirements(
                "leads",
                "v1",
                requirement(quorum),
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10));
        PolicyRule rule = new PolicyRule("leads", Match.ANYTHING, new PolicyDecision.Permitted(requirements));
        return new PolicyFeasibility(directory)
                .shortages(new PolicyRules(List.of(rule), "v1", PolicyRules.InRescueReminder.DEFAULT), ability);
    }

    private static ApprovalRequirement requirement(int quorum) {
        return new ApprovalRequirement(
                quorum,
                new ApproverSelector(Set.of("leads"), Set.of(), Permission.SERVER_RELOAD),
                Duration.ofMinutes(15),
                Optional.empty(),
                Optional.empty());
    }

    private SlackUser slackUser(SlackUserId id) {
        if (unknown.contains(id)) throw new SlackUsers.SlackUserUnavailableException("silent");
        String name = id.value().substring("U0".length()).toLowerCase(Locale.ROOT);
        SlackUser member = slackMember(id, name + "@example.com");
        return new SlackUser(
                id, name, member.email(), Locale.ENGLISH, kinds.getOrDefault(id, SlackUser.UserKind.MEMBER));
    }

    private static CloudUser cloudUser(long id, String name) {
        CloudUser onCall = onCallUser(new CloudUserId(id));
        return new CloudUser(
                onCall.id(),
                "9001_" + name,
                Optional.of(name + "@example.com"),
                onCall.status(),
                false,
                onCall.permissions(),
                onCall.deviceAccess(),
                Optional.empty());
    }
}
