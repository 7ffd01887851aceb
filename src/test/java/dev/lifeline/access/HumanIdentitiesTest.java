package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P5: who is one human. */
class HumanIdentitiesTest {

    private static final CloudUserId FIRST = new CloudUserId(1);
    private static final CloudUserId SECOND = new CloudUserId(2);

    private final InMemoryCloudUsers account = new InMemoryCloudUsers();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final HumanIdentities humans = new HumanIdentities(account, links);

    @BeforeEach
    void two_people() {
        addUser(FIRST, Optional.of("asha@example.com"));
        addUser(SECOND, Optional.of("bruno@example.com"));
        links.save(AccountLink.verified(slackMember(ASHA, "asha.slack@example.com"), FIRST, NOON));
        links.save(AccountLink.verified(slackMember(BRUNO, "bruno.slack@example.com"), SECOND, NOON));
    }

    @Test
    void P5_two_people_are_two() {
        assertThat(sameHuman()).isFalse();
    }

    @Test
    void P5_cloud_users_with_one_email_are_one_human() {
        addUser(SECOND, Optional.of("ASHA@example.com"));
        assertThat(sameHuman()).isTrue();
    }

    @Test
    void P5_the_address_in_slack_of_one_and_at_the_provider_of_the_other_is_one_human() {
        addUser(SECOND, Optional.of("asha.slack@example.com"));
        assertThat(sameHuman()).isTrue();
    }

    @Test
    void P5_cloud_users_linked_to_one_slack_user_are_one_human() {
        links.save(AccountLink.verified(slackMember(ASHA, "asha.slack@example.com"), SECOND, NOON));
        assertThat(humans.find(ASHA, FIRST).isSameAs(humans.find(BRUNO, SECOND)))
                .as("asked as the first, linked to the second since")
                .isTrue();
    }

    @Test
    void P5_who_was_linked_elsewhere_since_a_vote_is_known_by_the_address_in_slack_still() {
        addUser(SECOND, Optional.of("asha.slack@example.com"));
        AccountLink elsewhere =
                AccountLink.assigned(slackMember(ASHA, "Asha.Slack@example.com"), new CloudUserId(3), BRUNO, NOON);
        links.save(elsewhere);
        assertThat(humans.find(ASHA, FIRST).isSameAs(humans.find(BRUNO, SECOND)))
                .as("voted as the first, linked to the third since")
                .isTrue();
        links.save(elsewhere.unlinked(ASHA, NOON));
        assertThat(humans.find(ASHA, FIRST).isSameAs(humans.find(BRUNO, SECOND)))
                .as("unlinked since")
                .isTrue();
    }

    @Test
    void nothing_known_of_an_address_makes_nobody_one() {
        addUser(FIRST, Optional.empty());
        addUser(SECOND, Optional.empty());
        assertThat(sameHuman()).isFalse();
        assertThat(humans.find(new SlackUserId("U0STRANGER")).isSameAs(humans.find(ASHA)))
                .isFalse();
    }

    private boolean sameHuman() {
        return humans.find(ASHA).isSameAs(humans.find(BRUNO, SECOND));
    }

    private void addUser(CloudUserId id, Optional<String> email) {
        account.with(onCallUser(id).withEmail(email));
    }
}
