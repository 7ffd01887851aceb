package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static dev.lifeline.testkit.InMemoryCloudUsers.asOwner;
import static dev.lifeline.testkit.InMemoryCloudUsers.with;
import static dev.lifeline.testkit.InMemoryCloudUsers.withParent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.LinkChangeRules.ActingUser;
import dev.lifeline.device.AccountName;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkChangeRulesTest {

    private static final CloudUserId OWNER = new CloudUserId(1);
    private static final CloudUserId MANAGER = new CloudUserId(2);
    private static final CloudUserId TEAM_LEAD = new CloudUserId(3);
    private static final CloudUserId NEWCOMER = new CloudUserId(4);

    private final InMemoryCloudUsers account = new InMemoryCloudUsers();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final LinkChangeRules rules = new LinkChangeRules(account, links);
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
        assertThat(denial(manager, Optional.of(lead))).isEmpty();
        assertThat(denial(manager, Optional.of(newcomer))).isEmpty();
    }

    @Test
    void the_owner_binds_anybody_but_those_who_count_as_the_owner() {
        CloudUser second = asOwner(onCallUser(new CloudUserId(9)));
        assertThat(denial(owner, Optional.of(newcomer))).isEmpty();
        assertThat(denial(owner, Optional.of(second))).contains(LinkChangeDenial.MASTER_USER);
    }

    @Test
    void only_a_user_manager_assigns_a_link() {
        assertThat(denial(newcomer, Optional.of(lead))).contains(LinkChangeDenial.NOT_USER_MANAGER);
    }

    @Test
    void absent_above_beside_and_oneself_are_one_answer() {
        CloudUser cousin = withParent(onCallUser(new CloudUserId(9)), OWNER);
        assertThat(denial(lead, Optional.empty())).contains(LinkChangeDenial.USER_NOT_FOUND);
        assertThat(denial(lead, Optional.of(manager))).contains(LinkChangeDenial.USER_NOT_FOUND);
        assertThat(denial(lead, Optional.of(cousin))).contains(LinkChangeDenial.USER_NOT_FOUND);
        assertThat(denial(lead, Optional.of(lead))).contains(LinkChangeDenial.USER_NOT_FOUND);
        assertThat(denial(lead, Optional.of(owner))).contains(LinkChangeDenial.USER_NOT_FOUND);
    }

    @Test
    void an_inactive_cloud_user_is_not_assigned() {
        CloudUser gone = with(newcomer, CloudUser.Status.DISABLED);
        assertThat(denial(manager, Optional.of(gone))).contains(LinkChangeDenial.USER_NOT_ACTIVE);
    }

    @Test
    void attack_a_manager_below_the_owner_overwrites_the_owners_own_link() {
        links.save(AccountLink.verified(slackUser, OWNER, NOON));

        assertThat(denial(manager, Optional.of(newcomer))).contains(LinkChangeDenial.LINKED_USER_NOT_MANAGED);
        assertThat(revocation(manager)).contains(LinkChangeDenial.LINKED_USER_NOT_MANAGED);

        links.save(links.find(BRUNO, AccountName.MAIN).orElseThrow().unlinked(BRUNO, NOON));
        assertThat(denial(manager, Optional.of(newcomer)))
                .as("nor once the owner revoked it")
                .contains(LinkChangeDenial.LINKED_USER_NOT_MANAGED);
    }

    @Test
    void attack_one_with_the_owners_rights_overwrites_the_owners_own_link() {
        CloudUser second = withParent(asOwner(onCallUser(new CloudUserId(9))), OWNER);
        account.with(second);
        links.save(AccountLink.verified(slackUser, OWNER, NOON));

        assertThat(denial(second, Optional.of(newcomer))).contains(LinkChangeDenial.LINKED_USER_NOT_MANAGED);
        assertThat(revocation(second)).contains(LinkChangeDenial.LINKED_USER_NOT_MANAGED);
    }

    @Test
    void attack_a_proved_link_is_cut_and_then_assigned() {
        links.save(AccountLink.verified(slackUser, NEWCOMER, NOON));
        assertThat(denial(manager, Optional.of(lead))).contains(LinkChangeDenial.VERIFIED);
        assertThat(denial(owner, Optional.of(lead))).contains(LinkChangeDenial.VERIFIED);

        assertThat(revocation(manager)).isEmpty();
        links.save(links.find(BRUNO, AccountName.MAIN).orElseThrow().unlinked(ASHA, NOON));
        assertThat(denial(manager, Optional.of(lead))).contains(LinkChangeDenial.VERIFIED);
    }

    @Test
    void whoever_revoked_their_own_proved_link_can_be_assigned_another() {
        links.save(AccountLink.verified(slackUser, NEWCOMER, NOON).unlinked(BRUNO, NOON));

        assertThat(denial(manager, Optional.of(lead))).isEmpty();
    }

    @Test
    void only_the_owner_changes_a_link_to_a_cloud_user_that_is_gone() {
        links.save(AccountLink.byEmail(slackUser, new CloudUserId(77), NOON));

        assertThat(revocation(manager)).contains(LinkChangeDenial.LINKED_USER_NOT_MANAGED);
        assertThat(revocation(owner)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SlackUser.UserKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MEMBER"})
    void only_members_are_bound(SlackUser.UserKind userKind) {
        SlackUser stranger = new SlackUser(BRUNO, "Bruno", Optional.empty(), Locale.ENGLISH, userKind);
        assertThat(rules.assign(new ActingUser(ASHA, manager), stranger, users -> Optional.of(newcomer))
                        .denial())
                .contains(LinkChangeDenial.NOT_WORKSPACE_MEMBER);
    }

    private Optional<LinkChangeDenial> denial(CloudUser by, Optional<CloudUser> user) {
        return rules.assign(new ActingUser(ASHA, by), slackUser, users -> user).denial();
    }

    private Optional<LinkChangeDenial> revocation(CloudUser by) {
        return rules.revocationDenial(new ActingUser(ASHA, by), BRUNO);
    }

    private static CloudUser asUserManager(CloudUser user) {
        return with(user, Set.of(Permission.USER_MANAGE));
    }
}
