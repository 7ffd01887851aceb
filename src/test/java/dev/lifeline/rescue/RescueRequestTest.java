package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.BRUNO_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Condition;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.Closed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RescueRequestTest {

    private static final Baseline BEFORE = new Baseline(Condition.UNTOLD, Optional.empty(), true);
    private static final Confirmation YES = Confirmation.of(RescueSystem.AS_INSTALLED);

    @Test
    void the_requesters_yes_clears_it_where_nobody_else_is_asked() {
        RescueRequest next = moved(confirm(opened(), ASHA_ASKS, NOON));

        assertThat(next.stage()).isInstanceOf(Cleared.class);
        assertThat(next.version()).isEqualTo(2);
    }

    @Test
    void nobody_else_confirms() {
        assertThat(confirm(opened(), BRUNO_ASKS, NOON)).isEqualTo(new Move.Stayed(Stay.NOT_YOURS));
    }

    @Test
    void a_second_yes_is_told_that_it_was_answered() {
        RescueRequest confirmed = moved(confirm(opened(), ASHA_ASKS, NOON));

        assertThat(confirm(confirmed, ASHA_ASKS, NOON)).isEqualTo(new Move.Stayed(Stay.ALREADY_ANSWERED));
    }

    @Test
    void a_late_yes_does_nothing() {
        assertThat(confirm(opened(), ASHA_ASKS, NOON.plus(Duration.ofMinutes(11))))
                .isEqualTo(new Move.Stayed(Stay.TOO_LATE));
    }

    @Test
    void no_closes_it() {
        assertThat(ending(moved(opened().cancel(ASHA_ASKS, NOON)))).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void it_expires_when_its_time_is_over_and_not_before() {
        assertThat(opened().expire(NOON).moved()).isEmpty();

        RescueRequest next = moved(opened().expire(NOON.plus(Duration.ofMinutes(10))));
        assertThat(ending(next)).isEqualTo(Ending.EXPIRED);
    }

    @Test
    void a_reason_that_the_policy_wants_has_to_fit_as_a_whole() {
        Clearance.Terms terms = new Clearance.Terms(Optional.of("INC-\\d+.*"), Optional.empty());
        RescueRequest request =
                opened(new Clearance("production", "v1", Agreement.NONE, terms, Duration.ofMinutes(10)));

        Move without = request.confirm(ASHA_ASKS, YES, Electorate.UNNAMED, NOON);
        assertThat(without).isEqualTo(new Move.Stayed(Stay.REASON_MISSING));
        Confirmation why = new Confirmation(RescueSystem.AS_INSTALLED, "INC-7 the disk is full", false);
        assertThat(moved(request.confirm(ASHA_ASKS, why, Electorate.UNNAMED, NOON))
                        .stage())
                .isInstanceOf(Cleared.class);
    }

    @Test
    void nothing_can_be_ended_that_is_not_in_rescue() {
        assertThat(opened().leave(ASHA_ASKS, false, NOON)).isEqualTo(new Move.Stayed(Stay.NOT_IN_RESCUE));
    }

    @Test
    void P10_a_device_that_lingers_in_rescue_is_spoken_of_at_its_time_and_again() {
        RescueRequest in = opened().known(new Stage.InRescue(NOON, Evidence.PORT_ANSWERS, BEFORE, BEFORE));
        Duration after = Duration.ofHours(2);
        Duration every = Duration.ofHours(1);

        assertThat(in.lingering(after, every, NOON.plus(Duration.ofMinutes(119))))
                .isEmpty();
        Move.Moved said = in.lingering(after, every, NOON.plus(after)).orElseThrow();
        assertThat(said.happened()).containsExactly(new Happening.Lingers(after));
        assertThat(said.next().lingering(after, every, NOON.plus(Duration.ofMinutes(179))))
                .isEmpty();
        assertThat(said.next().lingering(after, every, NOON.plus(Duration.ofHours(3))))
                .isPresent();
    }

    @Test
    void what_is_found_out_about_a_rescue_keeps_its_review() {
        Review review = new Review("down", NOON, NOON.plus(Duration.ofHours(24)), Optional.empty(), false);
        RescueRequest in = opened().known(new Stage.InRescue(NOON, Evidence.PORT_ANSWERS, BEFORE, BEFORE))
                .reviewed(review);

        assertThat(Leaving.found(in, Condition.UNTOLD).review()).contains(review);
        assertThat(in.knowing(Optional.of("root")).review()).contains(review);
    }

    private static Move confirm(RescueRequest request, Requester by, Instant at) {
        return request.confirm(by, YES, Electorate.UNNAMED, at);
    }

    static Ending ending(RescueRequest request) {
        return ((Closed) request.stage()).ending();
    }

    static RescueRequest moved(Move move) {
        return move.moved().orElseThrow().next();
    }
}
