package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.LinkChangeRules.ActingUser;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import org.junit.jupiter.api.Test;

/** Who may revoke a link: everybody their own, whoever they are, and nobody below a user manager that of another. */
class LinkRevocationTest {

    private final CloudUser asha = onCallUser(new CloudUserId(1));
    private final InMemoryCloudUsers account =
            new InMemoryCloudUsers().with(asha).with(onCallUser(new CloudUserId(2)));
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final LinkChangeRules rules = new LinkChangeRules(account, links);
    private final ActingUser actingUser = new ActingUser(ASHA, asha);

    @Test
    void somebody_who_manages_nobody_revokes_their_own_link_and_no_other() {
        links.save(AccountLink.verified(slackMember(ASHA, "asha@example.com"), new CloudUserId(1), NOON));
        links.save(AccountLink.verified(slackMember(BRUNO, "bruno@example.com"), new CloudUserId(2), NOON));

        assertThat(rules.revocationDenial(actingUser, ASHA)).isEmpty();
        assertThat(rules.revocationDenial(actingUser, BRUNO)).contains(LinkChangeDenial.NOT_USER_MANAGER);
    }

    @Test
    void a_link_that_is_not_there_or_was_revoked_cannot_be_revoked() {
        assertThat(rules.revocationDenial(actingUser, ASHA)).contains(LinkChangeDenial.NOT_LINKED);

        links.save(AccountLink.verified(slackMember(ASHA, "asha@example.com"), new CloudUserId(1), NOON)
                .unlinked(ASHA, NOON));
        assertThat(rules.revocationDenial(actingUser, ASHA)).contains(LinkChangeDenial.NOT_LINKED);
    }
}
