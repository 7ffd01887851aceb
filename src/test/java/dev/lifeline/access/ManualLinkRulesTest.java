package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static dev.lifeline.testkit.InMemoryCloudUsers.asOwner;
import static dev.lifeline.testkit.InMemoryCloudUsers.with;
import static dev.lifeline.testkit.InMemoryCloudUsers.withParent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManualLinkRulesTest {

    private static final CloudUserId OWNER = new CloudUserId(1);
    private static final CloudUserId MANAGER = new CloudUserId(2);
    private static final CloudUserId TEAM_LEAD = new CloudUserId(3);
    private static final CloudUserId NEWCOMER = new CloudUserId(4);

    private final InMemoryCloudUsers account = new InMemoryCloudUsers();
    private final ManualLinkRules rules = new ManualLinkRules(account);
    private final SlackUser slackUser = slackMember(BRUNO, "bruno@example.com");
    private final CloudUser owner = asOwner(onCallUser(OWNER));
    private final CloudUser manager = asUserManager(withParent(onCallUser(MANAGER), OWNER));
    private final CloudUser lead = asUserManager(withParent(onCallUser(TEAM_LEAD), MANAGER));
    private final CloudUser newcomer = withParent(onCallUser(NEWCOMER), TEAM_LEAD);

    @BeforeEach
    void an_account_of_four() {
        List.of(owner, manager, lead, newcomer).forEach(account::with);
    }

    @Test
    void a_user_manager_binds_children_and_their_children() {
        assertThat(rules.denial(manager, slackUser, Optional.of(lead))).isEmpty();
        assertThat(rules.denial(manager, slackUser, Optional.of(newcomer))).isEmpty();
    }

    @Test
    void the_owner_binds_anybody_but_those_who_count_as_the_owner() {
        CloudUser second = asOwner(onCallUser(new CloudUserId(9)));
        assertThat(rules.denial(owner, slackUser, Optional.of(newcomer))).isEmpty();
        assertThat(rules.denial(owner, slackUser, Optional.of(second))).contains(ManualLinkDenial.MASTER_USER);
    }

    @Test
    void only_a_user_manager_assigns_a_link() {
        assertThat(rules.denial(newcomer, slackUser, Optional.of(lead))).contains(ManualLinkDenial.NOT_USER_MANAGER);
    }

    @Test
    void absent_above_beside_and_oneself_are_one_answer() {
        CloudUser cousin = withParent(onCallUser(new CloudUserId(9)), OWNER);
        assertThat(rules.denial(lead, slackUser, Optional.empty())).contains(ManualLinkDenial.USER_NOT_FOUND);
        assertThat(rules.denial(lead, slackUser, Optional.of(manager))).contains(ManualLinkDenial.USER_NOT_FOUND);
        assertThat(rules.denial(lead, slackUser, Optional.of(cousin))).contains(ManualLinkDenial.USER_NOT_FOUND);
        assertThat(rules.denial(lead, slackUser, Optional.of(lead))).contains(ManualLinkDenial.USER_NOT_FOUND);
        assertThat(rules.denial(lead, slackUser, Optional.of(owner))).contains(ManualLinkDenial.USER_NOT_FOUND);
    }

    @Test
    void an_inactive_cloud_user_is_not_assigned() {
        CloudUser gone = with(newcomer, CloudUser.Status.DISABLED);
        assertThat(rules.denial(manager, slackUser, Optional.of(gone))).contains(ManualLinkDenial.USER_NOT_ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = SlackUser.UserKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MEMBER"})
    void only_members_are_bound(SlackUser.UserKind userKind) {
        SlackUser stranger = new SlackUser(BRUNO, "Bruno", Optional.empty(), Locale.ENGLISH, userKind);
        assertThat(rules.denial(manager, stranger, Optional.of(newcomer)))
                .contains(ManualLinkDenial.NOT_WORKSPACE_MEMBER);
    }

    private static CloudUser asUserManager(CloudUser user) {
        return with(user, Set.of(Permission.USER_MANAGE));
    }
}
