package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryDirectory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Those who are asked later count as asked from then on, also where the policy names nobody before. */
class NextInLineTest {

    private static final SlackUserId MANAGER = new SlackUserId("U0CHIARA");
    private static final CloudUserId MANAGER_ID = new CloudUserId(100);
    private static final Duration REMINDER = Duration.ofMinutes(5);

    private final InMemoryCloudUsers cloudUsers = new InMemoryCloudUsers();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final NextInLine nextInLine = nextInLine();

    private NextInLine nextInLine() {
        SlackUsers slackUsers = id -> Fixtures.slackMember(id, "nobody@example.com");
        cloudUsers.with(InMemoryCloudUsers.asOwner(Fixtures.onCallUser(MANAGER_ID)));
        cloudUsers.with(Fixtures.onCallUser(ASHA_CLOUD_USER_ID).withParent(MANAGER_ID));
        links.save(AccountLink.verified(slackUsers.get(ASHA), ASHA_CLOUD_USER_ID, NOON));
        links.save(AccountLink.verified(slackUsers.get(MANAGER), MANAGER_ID, NOON));
        AccessCheck accessCheck = new AccessCheck(slackUsers, cloudUsers, links, InstantSource.fixed(NOON));
        return new NextInLine(
                new ApproverResolver(
                        new InMemoryDirectory().addUser("bruno", BRUNO),
                        new ApproverAbility(accessCheck, new HumanIdentities(cloudUsers, links))),
                cloudUsers,
                new RemedyContacts(new UncachedUsers(), links));
    }

    private final class UncachedUsers implements CloudUserCache {

        @Override
        public Optional<CloudUser> find(CloudUserId id) {
            return cloudUsers.findById(id);
        }

        @Override
        public void invalidate(CloudUserId id) {}
    }

    private static RescueRequest waiting() {
        ApprovalRequirement anybody = new ApprovalRequirement(
                1,
                ApproverSelector.ANY_PERMITTED_USER,
                Duration.ofMinutes(15),
                Optional.of(new ApprovalRequirement.Reminder(REMINDER, Set.of("bruno"))),
                Optional.empty());
        return openedRequest(new PolicyRequirements(
                        "production",
                        "v1",
                        anybody,
                        PolicyRequirements.ConfirmationRequirements.NONE,
                        Duration.ofMinutes(10)))
                .confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        new ApproverSet(Set.of(), Set.of(BRUNO)),
                        NOON)
                .applied()
                .orElseThrow()
                .next();
    }

    /** Who leaves the company is deleted on the account, and nobody knows any more who was above them. */
    @Test
    void P10_of_a_user_who_was_deleted_the_managers_of_the_account_are_told() {
        cloudUsers.remove(ASHA_CLOUD_USER_ID);

        assertThat(nextInLine.successors(waiting())).containsExactly(MANAGER);
        assertThat(nextInLine.contacts(waiting())).containsExactly(MANAGER);
    }

    private Set<SlackUserId> approvers(RescueRequest request) {
        return nextInLine.approvers(request, (AwaitingApproval) request.stage());
    }

    @Test
    void where_anybody_may_approve_the_managers_are_told() {
        assertThat(approvers(waiting())).containsExactly(MANAGER);
    }

    @Test
    void whoever_is_asked_later_is_told_from_then_on_beside_the_managers() {
        RescueRequest reminded =
                waiting().handleDue(NOON.plus(REMINDER)).applied().orElseThrow().next();
        assertThat(approvers(reminded)).containsExactlyInAnyOrder(MANAGER, BRUNO);
    }
}
