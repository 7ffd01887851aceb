package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.LINK;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLink.LinkMethod;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract of the store of account links. */
public abstract class AccountLinksContract {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");

    protected abstract AccountLinks accountLinks();

    @Test
    void somebody_who_was_never_linked_is_unknown() {
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .isEmpty();
        assertThat(accountLinks().listActive()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LinkMethod.class)
    void a_link_is_remembered_with_all_that_is_known_of_it(LinkMethod linkMethod) {
        AccountLink accountLink = accountLink(ASHA_REQUESTER.slackUserId(), ASHA_REQUESTER.cloudUserId(), linkMethod);
        accountLinks().save(accountLink);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(accountLink);
    }

    @Test
    void an_address_that_was_not_told_stays_untold() {
        AccountLink untold = new AccountLink(
                ASHA_REQUESTER.slackUserId(), ASHA_REQUESTER.cloudUserId(), Optional.empty(), LINK.origin());
        accountLinks().save(untold);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(untold);
    }

    @Test
    void a_later_proof_of_the_same_cloud_user_keeps_how_the_link_began() {
        AccountLink first = accountLink(ASHA_REQUESTER.slackUserId(), new CloudUserId(2), LinkMethod.ASSIGNED);
        AccountLink proved = accountLink(ASHA_REQUESTER.slackUserId(), new CloudUserId(2), LinkMethod.API_KEY)
                .succeeding(Optional.of(first));
        accountLinks().save(proved);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(proved);
        assertThat(proved.firstOrigin()).isEqualTo(first.origin());

        AccountLink cut = proved.unlinked(BRUNO, NOON);
        accountLinks().save(cut);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(cut);
        assertThat(cut.everVerified()).isTrue();
    }

    @Test
    void the_newest_link_counts() {
        accountLinks().save(LINK);
        AccountLink newer = accountLink(ASHA_REQUESTER.slackUserId(), new CloudUserId(2), LinkMethod.API_KEY);
        accountLinks().save(newer);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(newer);
        assertThat(accountLinks().findByCloudUser(ASHA_REQUESTER.cloudUserId())).isEmpty();
    }

    @Test
    void who_comes_second_changes_nothing() {
        accountLinks().saveIfAbsent(LINK);
        accountLinks().saveIfAbsent(accountLink(ASHA_REQUESTER.slackUserId(), new CloudUserId(2), LinkMethod.EMAIL));
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(LINK);
    }

    @Test
    void an_unlinked_account_is_known_as_such_and_identifies_nobody() {
        AccountLink cut = LINK.unlinked(BRUNO, NOON);
        accountLinks().save(cut);
        accountLinks().saveIfAbsent(LINK);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(cut);
        assertThat(accountLinks().findByCloudUser(ASHA_REQUESTER.cloudUserId())).isEmpty();
        assertThat(accountLinks().listActive()).isEmpty();
    }

    @Test
    void two_people_may_be_one_cloud_user() {
        AccountLink other = accountLink(BRUNO, ASHA_REQUESTER.cloudUserId(), LinkMethod.ASSIGNED);
        accountLinks().save(other);
        accountLinks().save(LINK);
        assertThat(accountLinks().findByCloudUser(ASHA_REQUESTER.cloudUserId())).containsExactly(LINK, other);
        assertThat(accountLinks().listActive()).containsExactly(LINK, other);
    }

    @Test
    void somebody_has_one_link_in_each_account() {
        AccountName lab = new AccountName("lab");
        CloudUserId sameNumber = ASHA_REQUESTER.cloudUserId().in(lab);
        AccountLink inLab = accountLink(ASHA_REQUESTER.slackUserId(), sameNumber, LinkMethod.API_KEY);
        accountLinks().save(LINK);
        accountLinks().save(inLab);

        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), lab)).contains(inLab);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .contains(LINK);
        assertThat(accountLinks().findAll(ASHA_REQUESTER.slackUserId())).containsExactly(LINK, inLab);
        assertThat(accountLinks().findByCloudUser(sameNumber)).containsExactly(inLab);
        assertThat(accountLinks().findByCloudUser(ASHA_REQUESTER.cloudUserId())).containsExactly(LINK);
        assertThat(accountLinks().listActive()).containsExactly(LINK, inLab);

        AccountLink newer = accountLink(ASHA_REQUESTER.slackUserId(), new CloudUserId(2).in(lab), LinkMethod.EMAIL);
        accountLinks().saveIfAbsent(newer);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), lab)).contains(inLab);
        accountLinks().save(newer);
        accountLinks().save(inLab.unlinked(BRUNO, NOON));
        assertThat(accountLinks().listActive()).containsExactly(LINK);
    }

    private static AccountLink accountLink(SlackUserId person, CloudUserId user, LinkMethod linkMethod) {
        return new AccountLink(
                person, user, Optional.of("a@example.com"), new AccountLink.Origin(linkMethod, BRUNO, NOON));
    }
}
