package dev.lifeline.contract;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.Interaction.Payload.ButtonClick;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.rescue.RequestId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract of the store of votes that wait for a proof; its clock stands at {@code NOON}. */
public abstract class PendingVotesContract {

    private static final RequestId REQUEST = new RequestId("request00007");
    private static final RequestId ANOTHER = new RequestId("request00008");
    private static final Instant LATER = NOON.plusSeconds(600);

    protected abstract PendingVotes pendingVotes();

    protected abstract Inbox inbox();

    private static Interaction vote(String id, SlackUserId voter) {
        return new Interaction(
                id,
                voter,
                INCIDENT_CHANNEL,
                new ButtonClick("rescue.approve", REQUEST + ".0123456789abcdef"),
                Optional.empty(),
                NOON);
    }

    @Test
    void P5_a_vote_that_is_resumed_is_an_interaction_to_be_handled_like_any_other() {
        pendingVotes().keep(vote("click-1", BRUNO), REQUEST, LATER);
        assertThat(inbox().pending()).isEmpty();

        pendingVotes().resume(BRUNO);

        assertThat(inbox().pending()).containsExactly("click-1-resumed");
        assertThat(inbox().find("click-1-resumed").orElseThrow().buttonValue())
                .isEqualTo(vote("click-1", BRUNO).buttonValue());
    }

    @Test
    void P1_it_is_resumed_once() {
        pendingVotes().keep(vote("click-1", BRUNO), REQUEST, LATER);

        pendingVotes().resume(BRUNO);
        inbox().markProcessed("click-1-resumed");
        pendingVotes().resume(BRUNO);

        assertThat(inbox().pending()).isEmpty();
    }

    @Test
    void of_several_for_one_request_the_last_is_kept_and_each_request_has_its_own() {
        pendingVotes().keep(vote("click-1", BRUNO), REQUEST, LATER);
        pendingVotes().keep(vote("click-2", BRUNO), REQUEST, LATER);
        pendingVotes().keep(vote("click-3", BRUNO), ANOTHER, LATER);

        pendingVotes().resume(BRUNO);

        assertThat(inbox().pending()).containsExactlyInAnyOrder("click-2-resumed", "click-3-resumed");
    }

    /** It does not count any more, and whoever pressed reads why. */
    @Test
    void P2_a_vote_whose_time_is_over_is_handled_too() {
        pendingVotes().keep(vote("click-1", BRUNO), REQUEST, NOON.minusSeconds(60));

        pendingVotes().resume(BRUNO);

        assertThat(inbox().pending()).containsExactly("click-1-resumed");
    }

    @Test
    void nobody_resumes_the_vote_of_another() {
        pendingVotes().keep(vote("click-2", ASHA), REQUEST, LATER);

        pendingVotes().resume(BRUNO);

        assertThat(inbox().pending()).isEmpty();
    }
}
