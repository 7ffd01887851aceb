package dev.lifeline.rescue;

import static dev.lifeline.rescue.RescueRequestTest.ending;
import static dev.lifeline.rescue.RescueRequestTest.moved;
import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.BRUNO_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.approvals;
import static dev.lifeline.testkit.Fixtures.opened;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Condition;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Power;
import dev.lifeline.rescue.Agreement.Reminder;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.Cleared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VotingTest {

    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final SlackUserId ELENA = new SlackUserId("U0ELENA");

    @Test
    void P5_confirmation_is_not_approval() {
        RescueRequest waiting = waiting(1);

        assertThat(waiting.stage()).isInstanceOf(AwaitingApproval.class);
        assertThat(vote(waiting, ASHA_ASKS)).isEqualTo(new Move.Stayed(Stay.OWN_REQUEST));
    }

    @Test
    void P5_a_second_slack_account_of_the_requesters_cloud_user_is_the_requester() {
        Requester again = new Requester(new SlackUserId("U0OTHER"), ASHA_ASKS.user(), ASHA_ASKS.username());

        assertThat(vote(waiting(1), again)).isEqualTo(new Move.Stayed(Stay.OWN_REQUEST));
    }

    @Test
    void P5_the_requester_under_another_cloud_user_is_the_requester() {
        Requester relinked = new Requester(ASHA_ASKS.person(), new CloudUserId(99), "another");

        assertThat(vote(waiting(1), relinked)).isEqualTo(new Move.Stayed(Stay.OWN_REQUEST));
    }

    @Test
    void P5_two_slack_accounts_of_one_cloud_user_are_one_vote() {
        RescueRequest once = moved(vote(waiting(2), BRUNO_ASKS));
        Requester again = new Requester(new SlackUserId("U0OTHER"), BRUNO_ASKS.user(), BRUNO_ASKS.username());

        assertThat(vote(once, again)).isEqualTo(new Move.Stayed(Stay.VOTED_ALREADY));
        Requester third = new Requester(new SlackUserId("U0THIRD"), new CloudUserId(77), "third");
        assertThat(moved(vote(once, third)).stage()).isInstanceOf(Cleared.class);
    }

    @Test
    void one_no_is_enough() {
        RescueRequest denied = moved(Voting.deny(waiting(2), BRUNO_ASKS, "not now", NOON));

        assertThat(ending(denied)).isEqualTo(Ending.DENIED);
    }

    @Test
    void a_vote_after_the_time_is_over_counts_no_more() {
        RescueRequest waiting = waiting(1);
        Vote late = new Vote(BRUNO_ASKS, waiting.plan().digest(), "", NOON.plus(Duration.ofMinutes(15)));

        assertThat(Voting.approve(waiting, late)).isEqualTo(new Move.Stayed(Stay.TOO_LATE));
    }

    @Test
    void a_vote_for_a_card_that_shows_another_plan_does_not_count() {
        Vote stale = new Vote(BRUNO_ASKS, "0123456789abcdef", "", NOON);

        assertThat(Voting.approve(waiting(1), stale)).isEqualTo(new Move.Stayed(Stay.PLAN_CHANGED));
    }

    @Test
    void when_the_machine_changed_everybody_is_asked_again_and_told_what() {
        RescueRequest once = moved(vote(waiting(2), BRUNO_ASKS));

        Move.Moved drifted = Voting.drifted(once, poweredOff(), NOON).orElseThrow();

        assertThat(drifted.happened())
                .containsExactly(new Happening.Drifted(List.of(new Drift(Drift.What.POWER, "ON", "OFF"))));
        assertThat(drifted.next().plan().digest()).isNotEqualTo(once.plan().digest());
        RescueRequest third =
                moved(vote(drifted.next(), new Requester(new SlackUserId("U0THIRD"), new CloudUserId(77), "third")));
        assertThat(third.stage()).as("one new vote is not two").isInstanceOf(AwaitingApproval.class);
    }

    @Test
    void a_change_between_the_last_vote_and_the_order_asks_again_too() {
        RescueRequest cleared = moved(vote(waiting(1), BRUNO_ASKS));

        RescueRequest again =
                Voting.drifted(cleared, poweredOff(), NOON).orElseThrow().next();

        assertThat(again.stage()).isInstanceOf(AwaitingApproval.class);
        assertThat(Voting.drifted(cleared, cleared.plan().seen(), NOON)).isEmpty();
    }

    @Test
    void the_reminder_comes_once_and_widens_who_is_asked() {
        Approvers leads = new Approvers(Set.of("oncall-leads"), Set.of(), Permission.SERVER_RELOAD);
        Agreement agreement = new Agreement(
                1,
                leads,
                Duration.ofMinutes(15),
                Optional.of(new Reminder(Duration.ofMinutes(5), Set.of("elena"))),
                Optional.empty());
        RescueRequest waiting = waiting(agreement, new Electorate(Set.of(CHIARA), Set.of(ELENA)));
        Instant due = NOON.plus(Duration.ofMinutes(5));

        assertThat(waiting.due()).contains(due);
        RescueRequest reminded = moved(waiting.expire(due));

        assertThat(((AwaitingApproval) reminded.stage()).electorate().asked()).containsExactlyInAnyOrder(CHIARA, ELENA);
        assertThat(reminded.due()).contains(NOON.plus(Duration.ofMinutes(15)));
        assertThat(ending(moved(reminded.expire(NOON.plus(Duration.ofMinutes(15))))))
                .isEqualTo(Ending.EXPIRED);
    }

    private static Inspection poweredOff() {
        Condition off = new Condition(
                Power.OFF, Optional.empty(), Optional.of(transaction(500)), OptionalLong.empty(), Optional.empty());
        return new Inspection(WEB_07, off, true, false, true, true);
    }

    private static Move vote(RescueRequest request, Requester by) {
        return Voting.approve(request, new Vote(by, request.plan().digest(), "", NOON));
    }

    private static RescueRequest waiting(int quorum) {
        return confirmed(opened(approvals(quorum)), Electorate.UNNAMED);
    }

    private static RescueRequest waiting(Agreement agreement, Electorate electorate) {
        Clearance clearance =
                new Clearance("production", "v1", agreement, Clearance.Terms.NONE, Duration.ofMinutes(10));
        return confirmed(opened(clearance), electorate);
    }

    private static RescueRequest confirmed(RescueRequest opened, Electorate electorate) {
        return moved(opened.confirm(ASHA_ASKS, Confirmation.of(RescueSystem.AS_INSTALLED), electorate, NOON));
    }
}
