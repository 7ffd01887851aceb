package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.VotingLinkRules.LinkObjection;
import dev.lifeline.access.VotingLinkRules.Objection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asha asks at noon; Bruno votes as a cloud user with another address than his in Slack, where nothing else is said. */
class VotingLinkRulesTest {

    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final Instant BEFORE = NOON.minus(Duration.ofDays(1));
    private static final Instant AFTER = NOON.plus(Duration.ofMinutes(1));

    private final SlackUser bruno = slackMember(BRUNO, "bruno@example.com");

    @Test
    void attack_the_requester_makes_her_own_approver() {
        AccountLink link = AccountLink.assigned(bruno, BRUNO_CLOUD_USER_ID, ASHA, BEFORE);

        assertThat(objection(link)).contains(new LinkObjection(Objection.MADE_BY_REQUESTER, link.origin()));
    }

    @Test
    void attack_a_third_person_links_an_approver_after_the_request() {
        AccountLink link = AccountLink.assigned(bruno, BRUNO_CLOUD_USER_ID, CHIARA, AFTER);

        assertThat(objection(link)).contains(new LinkObjection(Objection.MADE_AFTER_REQUEST, link.origin()));
    }

    @Test
    void attack_the_requesters_key_of_a_third_user_is_shown_by_a_helper_after_the_request() {
        assertThat(objection(AccountLink.verified(bruno, BRUNO_CLOUD_USER_ID, AFTER)))
                .map(LinkObjection::objection)
                .contains(Objection.MADE_AFTER_REQUEST);
    }

    @Test
    void a_link_from_before_the_request_gives_a_vote_unless_the_requester_made_it() {
        assertThat(objection(AccountLink.assigned(bruno, BRUNO_CLOUD_USER_ID, CHIARA, BEFORE)))
                .isEmpty();
        assertThat(objection(AccountLink.verified(bruno, BRUNO_CLOUD_USER_ID, BEFORE)))
                .isEmpty();
    }

    @Test
    void a_link_by_email_was_made_by_nobody() {
        assertThat(objection(AccountLink.byEmail(bruno, BRUNO_CLOUD_USER_ID, AFTER)))
                .isEmpty();
    }

    @Test
    void a_key_of_the_user_with_the_same_address_proves_no_less_than_the_address() {
        CloudUser sameAddress = onCallUser(BRUNO_CLOUD_USER_ID).withEmail(Optional.of("Bruno@example.com"));

        assertThat(VotingLinkRules.objection(
                        AccountLink.verified(bruno, BRUNO_CLOUD_USER_ID, AFTER), sameAddress, NOON, ASHA::equals))
                .isEmpty();
    }

    @Test
    void whoever_proves_themselves_again_after_the_request_keeps_the_vote_that_they_had() {
        AccountLink before = AccountLink.verified(bruno, BRUNO_CLOUD_USER_ID, BEFORE);

        assertThat(objection(AccountLink.verified(bruno, BRUNO_CLOUD_USER_ID, AFTER)
                        .succeeding(Optional.of(before))))
                .isEmpty();
        AccountLink other = AccountLink.verified(bruno, new CloudUserId(77), BEFORE);
        assertThat(objection(AccountLink.verified(bruno, BRUNO_CLOUD_USER_ID, AFTER)
                        .succeeding(Optional.of(other))))
                .as("another cloud user")
                .isPresent();
    }

    @Test
    void a_proof_after_the_request_does_not_mend_a_link_that_the_requester_made() {
        AccountLink made = AccountLink.assigned(bruno, BRUNO_CLOUD_USER_ID, ASHA, BEFORE);

        assertThat(objection(AccountLink.verified(bruno, BRUNO_CLOUD_USER_ID, AFTER)
                        .succeeding(Optional.of(made))))
                .contains(new LinkObjection(Objection.MADE_BY_REQUESTER, made.origin()));
    }

    private static Optional<LinkObjection> objection(AccountLink link) {
        return VotingLinkRules.objection(link, onCallUser(BRUNO_CLOUD_USER_ID), NOON, ASHA::equals);
    }
}
