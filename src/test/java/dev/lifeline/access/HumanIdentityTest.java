package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.AccountName;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import org.junit.jupiter.api.Test;

/** By what one human is known, also to somebody of whom little else is known. */
class HumanIdentityTest {

    private static final CloudUserId FIRST = new CloudUserId(1);
    private static final CloudUserId SECOND = new CloudUserId(2);

    private final InMemoryCloudUsers account =
            new InMemoryCloudUsers().with(onCallUser(FIRST)).with(onCallUser(SECOND));
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final HumanIdentities humans = new HumanIdentities(account, links);

    private void link(SlackUserId slackUserId, CloudUserId cloudUserId) {
        links.save(AccountLink.verified(slackMember(slackUserId, slackUserId + "@example.com"), cloudUserId, NOON));
    }

    @Test
    void P5_the_second_slack_account_of_a_cloud_user_is_recognised_though_the_provider_tells_nothing_of_it() {
        link(ASHA, FIRST);
        link(BRUNO, FIRST);

        assertThat(humans.find(ASHA).isSameAs(HumanIdentity.of(BRUNO))).isTrue();
        assertThat(HumanIdentity.of(BRUNO).isSameAs(humans.find(ASHA))).isTrue();
        assertThat(HumanIdentity.of(ASHA).isSameAs(HumanIdentity.of(BRUNO))).isFalse();
    }

    @Test
    void P5_who_was_relinked_is_known_by_the_cloud_user_of_before_and_of_now() {
        link(ASHA, SECOND);

        assertThat(humans.find(ASHA, FIRST).cloudUserIds()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_link_that_was_revoked_says_nothing_of_a_human() {
        link(ASHA, SECOND);
        links.save(links.find(ASHA, AccountName.MAIN).orElseThrow().unlinked(ASHA, NOON));

        assertThat(humans.find(ASHA)).isEqualTo(HumanIdentity.of(ASHA));
        assertThat(humans.find(ASHA, FIRST).cloudUserIds()).containsExactly(FIRST);
    }
}
