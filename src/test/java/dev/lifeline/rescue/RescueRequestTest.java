package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.BRUNO_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.Closed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RescueRequestTest {

    private static final Clearance ONE_APPROVAL = new Clearance(1, Duration.ofMinutes(15), Duration.ofMinutes(10));

    @Test
    void the_requester_confirms_and_the_way_is_clear() {
        Move move = opened().confirm(ASHA_ASKS, RescueSystem.AS_INSTALLED, Clearance.NONE_NEEDED, NOON);

        RescueRequest next = moved(move);
        assertThat(next.stage()).isInstanceOf(Cleared.class);
        assertThat(next.version()).isEqualTo(2);
    }

    @Test
    void nobody_else_confirms() {
        Move move = opened().confirm(BRUNO_ASKS, RescueSystem.AS_INSTALLED, Clearance.NONE_NEEDED, NOON);

        assertThat(move).isEqualTo(new Move.Stayed(Stay.NOT_YOURS));
    }

    @Test
    void a_second_yes_is_told_that_it_was_answered() {
        RescueRequest confirmed = confirmed(Clearance.NONE_NEEDED);

        Move again = confirmed.confirm(ASHA_ASKS, RescueSystem.AS_INSTALLED, Clearance.NONE_NEEDED, NOON);

        assertThat(again).isEqualTo(new Move.Stayed(Stay.ALREADY_ANSWERED));
    }

    @Test
    void a_late_yes_does_nothing() {
        Move late = opened().confirm(
                        ASHA_ASKS, RescueSystem.AS_INSTALLED, Clearance.NONE_NEEDED, NOON.plus(Duration.ofMinutes(11)));

        assertThat(late).isEqualTo(new Move.Stayed(Stay.TOO_LATE));
    }

    @Test
    void no_closes_it() {
        RescueRequest next = moved(opened().cancel(ASHA_ASKS, NOON));

        assertThat(next.stage())
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.ending()).isEqualTo(Ending.CANCELLED));
    }

    @Test
    void it_expires_when_its_time_is_over_and_not_before() {
        assertThat(opened().expire(NOON).moved()).isEmpty();

        RescueRequest next = moved(opened().expire(NOON.plus(Duration.ofMinutes(10))));
        assertThat(next.stage())
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.ending()).isEqualTo(Ending.EXPIRED));
    }

    @Test
    void P5_confirmation_is_not_approval() {
        RescueRequest waiting = confirmed(ONE_APPROVAL);

        assertThat(waiting.stage()).isInstanceOf(AwaitingApproval.class);
        assertThat(waiting.approve(ASHA_ASKS, ONE_APPROVAL, NOON)).isEqualTo(new Move.Stayed(Stay.OWN_REQUEST));
    }

    @Test
    void P5_a_second_slack_account_of_the_requesters_cloud_user_is_the_requester() {
        Requester again = new Requester(new SlackUserId("U0OTHER"), ASHA_ASKS.user(), ASHA_ASKS.username());

        assertThat(confirmed(ONE_APPROVAL).approve(again, ONE_APPROVAL, NOON))
                .isEqualTo(new Move.Stayed(Stay.OWN_REQUEST));
    }

    @Test
    void P5_two_slack_accounts_of_one_cloud_user_are_one_vote() {
        Clearance two = new Clearance(2, Duration.ofMinutes(15), Duration.ofMinutes(10));
        RescueRequest once = moved(confirmed(two).approve(BRUNO_ASKS, two, NOON));
        Requester again = new Requester(new SlackUserId("U0OTHER"), BRUNO_ASKS.user(), BRUNO_ASKS.username());

        assertThat(once.approve(again, two, NOON)).isEqualTo(new Move.Stayed(Stay.VOTED_ALREADY));
        Requester third = new Requester(new SlackUserId("U0THIRD"), new CloudUserId(77), "third");
        assertThat(moved(once.approve(third, two, NOON)).stage()).isInstanceOf(Cleared.class);
    }

    @Test
    void one_no_is_enough() {
        RescueRequest denied = moved(confirmed(ONE_APPROVAL).deny(BRUNO_ASKS, NOON));

        assertThat(denied.stage())
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.ending()).isEqualTo(Ending.DENIED));
    }

    @Test
    void nothing_can_be_ended_that_is_not_in_rescue() {
        assertThat(opened().leave(ASHA_ASKS, false, NOON)).isEqualTo(new Move.Stayed(Stay.NOT_IN_RESCUE));
    }

    private static RescueRequest confirmed(Clearance clearance) {
        return moved(opened().confirm(ASHA_ASKS, RescueSystem.AS_INSTALLED, clearance, NOON));
    }

    private static RescueRequest moved(Move move) {
        return move.moved().orElseThrow().next();
    }
}
