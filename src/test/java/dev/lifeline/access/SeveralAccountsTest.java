package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static dev.lifeline.testkit.InMemoryCloudUsers.asOwner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.AccessDecision.Allowed;
import dev.lifeline.access.Entitlement.PermissionEntitlement;
import dev.lifeline.access.LinkChangeRules.ActingUser;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Outage;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who somebody is, and what they may do, in two accounts whose users have the same ids. */
class SeveralAccountsTest {

    private static final AccountName LAB = new AccountName("lab");
    private static final CloudUser IN_MAIN = onCallUser(ASHA_CLOUD_USER_ID);
    private static final CloudUser IN_LAB = IN_MAIN.in(LAB);
    private static final DenialReason AWAY = new DenialReason.UpstreamUnavailable(Outage.TEMPORARY);
    private static final DenialReason NOBODY = new DenialReason.NoCloudUser("asha@example.com");

    private final TwoAccounts accounts = new TwoAccounts();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final AccessCheck check =
            new AccessCheck(id -> slackMember(id, "asha@example.com"), accounts, links, InstantSource.fixed(NOON));

    @Test
    void somebody_is_a_user_of_each_account_that_has_them_and_linked_in_each() {
        accounts.main.with(IN_MAIN);
        accounts.lab.with(IN_LAB);

        assertThat(check.identify(ASHA).allowedUsers()).containsExactly(IN_MAIN, IN_LAB);
        assertThat(links.findAll(ASHA)).extracting(AccountLink::cloudUserId).containsExactly(IN_MAIN.id(), IN_LAB.id());
    }

    @Test
    void who_is_a_user_of_one_account_is_told_why_not_of_the_other() {
        accounts.lab.with(IN_LAB);

        Allowed allowed = (Allowed) check.identify(ASHA);
        assertThat(allowed.cloudUsers()).containsExactly(IN_LAB);
        assertThat(allowed.elsewhere()).containsEntry(AccountName.MAIN, NOBODY).hasSize(1);
    }

    @Test
    void an_account_that_is_away_denies_nobody_in_the_other_and_nobody_is_called_unknown_meanwhile() {
        accounts.main.unavailable();
        assertThat(check.identify(ASHA).firstDenialReason()).contains(AWAY);

        accounts.lab.with(IN_LAB);
        assertThat(((Allowed) check.identify(ASHA)).elsewhere()).containsEntry(AccountName.MAIN, AWAY);
    }

    @Test
    void P4_the_rights_are_those_in_the_account_of_the_device() {
        accounts.main.with(IN_MAIN);
        accounts.lab.with(IN_LAB.withPermissions(Set.of(Permission.VIRTUAL_GUEST_VIEW)));

        assertThat(check.check(ASHA, DeviceOperation.LAUNCH_RESCUE, WEB_07_ID).denialReasons())
                .isEmpty();
        assertThat(check.check(ASHA, DeviceOperation.LAUNCH_RESCUE, WEB_07_ID.in(LAB))
                        .denialReasons())
                .containsExactly(new DenialReason.MissingPermission(IN_LAB.label(), Permission.SERVER_RELOAD));
        assertThat(AccessRules.denialReasons(DeviceOperation.VIEW_DEVICE, asOwner(IN_MAIN), WEB_07_ID.in(LAB)))
                .hasOnlyElementsOfType(DenialReason.DeviceNotFound.class);
    }

    @Test
    void P4_the_owner_of_one_account_changes_nothing_in_another() {
        CloudUser owner = asOwner(onCallUser(new CloudUserId(1)));
        accounts.main.with(owner);
        accounts.lab.with(IN_LAB);
        links.save(AccountLink.verified(slackMember(ASHA, "asha@example.com"), IN_LAB.id(), NOON));
        AccessChange grant = new AccessChange(
                Direction.GRANT, IN_LAB.id(), "asha", new PermissionEntitlement(Permission.SERVER_RELOAD));
        LinkChangeRules rules = new LinkChangeRules(accounts, links);

        assertThat(new AccessChangeCheck(accounts, new NothingCached(accounts)).denialReasons(owner, grant))
                .contains(new DenialReason.TargetNotDescendant(IN_LAB.label()));
        assertThat(rules.canManage(owner, IN_LAB)).isFalse();
        assertThat(rules.revocationDenial(new ActingUser(BRUNO, owner), ASHA)).contains(LinkChangeDenial.NOT_LINKED);
    }

    @Test
    void P5_who_shares_a_cloud_user_in_one_account_is_one_human_in_the_other() {
        CloudUser brunoInLab = onCallUser(new CloudUserId(7))
                .withEmail(Optional.of("bruno@example.com"))
                .in(LAB);
        accounts.main.with(IN_MAIN);
        accounts.lab.with(IN_LAB.withEmail(Optional.of("asha@lab.example"))).with(brunoInLab);
        SlackUser bruno = slackMember(BRUNO, "bruno@example.com");
        links.save(AccountLink.verified(slackMember(ASHA, "asha@example.com"), IN_MAIN.id(), NOON));
        links.save(AccountLink.verified(slackMember(ASHA, "asha@example.com"), IN_LAB.id(), NOON));
        links.save(AccountLink.verified(bruno, brunoInLab.id(), NOON));
        HumanIdentities humans = new HumanIdentities(accounts, links);
        assertThat(humans.find(ASHA, IN_LAB).isSameAs(humans.find(BRUNO, brunoInLab)))
                .isFalse();

        links.save(AccountLink.verified(bruno, IN_MAIN.id(), NOON));
        assertThat(humans.find(ASHA, IN_LAB).isSameAs(humans.find(BRUNO, brunoInLab)))
                .isTrue();
    }

    private record NothingCached(CloudUsers users) implements CloudUserCache {

        @Override
        public Optional<CloudUser> find(CloudUserId id) {
            return users.findById(id);
        }

        @Override
        public void invalidate(CloudUserId id) {}
    }

    private static final class TwoAccounts implements CloudUsers {

        private final InMemoryCloudUsers main = new InMemoryCloudUsers();
        private final InMemoryCloudUsers lab = new InMemoryCloudUsers();

        @Override
        public List<AccountName> accounts() {
            return List.of(AccountName.MAIN, LAB);
        }

        @Override
        public CloudUsers in(AccountName account) {
            return account.isMain() ? main : lab;
        }

        @Override
        public List<CloudUser> findByEmail(String email) {
            return main.findByEmail(email);
        }

        @Override
        public Optional<CloudUser> findByUsername(String username) {
            return main.findByUsername(username);
        }

        @Override
        public Optional<CloudUser> findById(CloudUserId id) {
            return in(id.account()).findById(id);
        }
    }
}
