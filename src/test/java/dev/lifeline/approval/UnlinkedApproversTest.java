package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
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

/** Who of the approvers still has to show who they are: known by day, and not only at the click. */
class UnlinkedApproversTest {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final SlackUserId FARID = new SlackUserId("U0FARID");

    private final InMemoryCloudUsers account = new InMemoryCloudUsers()
            .with(onCallUser(new CloudUserId(2)).withEmail(Optional.of("u0bruno@example.com")))
            .with(InMemoryCloudUsers.asOwner(
                    onCallUser(new CloudUserId(3)).withEmail(Optional.of("u0chiara@example.com"))));
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final UnlinkedApprovers unlinkedApprovers = new UnlinkedApprovers(
            new InMemoryDirectory().addGroup("leads", BRUNO, CHIARA, FARID),
            new ApproverAbility(
                    new AccessCheck(UnlinkedApproversTest::slackUser, account, links, () -> NOON),
                    new HumanIdentities(account, links)),
            links);

    private static SlackUser slackUser(SlackUserId id) {
        return slackMember(id, id.value().toLowerCase(Locale.ROOT) + "@example.com");
    }

    private static PolicyRequirements rule(Optional<Duration> stepUp) {
        return new PolicyRequirements(
                "web",
                "v1",
                new ApprovalRequirement(
                        1,
                        new ApproverSelector(Set.of("leads"), Set.of(), Permission.SERVER_RELOAD),
                        Duration.ofMinutes(15),
                        Optional.empty(),
                        Optional.empty()),
                new PolicyRequirements.ConfirmationRequirements(Optional.empty(), stepUp),
                Duration.ofMinutes(10));
    }

    @Test
    void who_is_not_known_by_their_address_alone_and_who_has_no_cloud_user() {
        assertThat(unlinkedApprovers.find(List.of(rule(Optional.empty())))).containsExactlyInAnyOrder(CHIARA, FARID);

        links.save(AccountLink.verified(slackUser(CHIARA), new CloudUserId(3), NOON));
        assertThat(unlinkedApprovers.find(List.of(rule(Optional.empty())))).containsExactly(FARID);
    }

    @Test
    void with_step_up_also_who_never_showed_a_key() {
        assertThat(unlinkedApprovers.find(List.of(rule(Optional.of(Duration.ofHours(8))))))
                .containsExactlyInAnyOrder(BRUNO, CHIARA, FARID);
    }

    @Test
    void an_operator_reads_whom_to_ask_for_what() {
        PolicyRule rule = new PolicyRule("web", Match.ANYTHING, new PolicyDecision.Permitted(rule(Optional.empty())));

        assertThat(unlinkedApprovers.warnings(
                        new PolicyRules(List.of(rule), "v1", PolicyRules.InRescueReminder.DEFAULT)))
                .containsExactly("rule web: U0CHIARA, U0FARID may approve and still have to show who they are;"
                        + " ask them to type /rescue link now");
    }
}
