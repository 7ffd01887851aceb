package dev.lifeline.rescue;

import static dev.lifeline.rescue.RescueRequestTest.moved;
import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.BRUNO_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.approvals;
import static dev.lifeline.testkit.Fixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Agreement.BreakGlass;
import dev.lifeline.rescue.Stage.Cleared;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmergencyGlassTest {

    private static final SlackUserId ELENA = new SlackUserId("U0ELENA");

    @Test
    void the_requester_goes_ahead_alone_and_a_review_stays_open() {
        RescueRequest broken = moved(broken(waiting(), ASHA_ASKS, "the shop is down"));

        assertThat(broken.stage()).isInstanceOf(Cleared.class);
        assertThat(broken.review().map(Review::isOpen)).contains(true);
    }

    @Test
    void only_the_requester_breaks_it_with_a_reason_and_where_the_policy_lets_them() {
        assertThat(broken(waiting(), BRUNO_ASKS, "why not")).isEqualTo(new Move.Stayed(Stay.NOT_YOURS));
        assertThat(broken(waiting(), ASHA_ASKS, " ")).isEqualTo(new Move.Stayed(Stay.REASON_MISSING));
        RescueRequest firm = moved(opened(approvals(1))
                .confirm(ASHA_ASKS, Confirmation.of(RescueSystem.AS_INSTALLED), Electorate.UNNAMED, NOON));
        assertThat(broken(firm, ASHA_ASKS, "please")).isEqualTo(new Move.Stayed(Stay.GLASS_HOLDS));
    }

    @Test
    void somebody_else_signs_and_only_once() {
        RescueRequest broken = moved(broken(waiting(), ASHA_ASKS, "the shop is down"));

        assertThat(EmergencyGlass.signed(broken, ASHA_ASKS, NOON)).isEqualTo(new Move.Stayed(Stay.OWN_GLASS));
        RescueRequest signed = moved(EmergencyGlass.signed(broken, BRUNO_ASKS, NOON));
        assertThat(signed.review().map(Review::isOpen)).contains(false);
        assertThat(EmergencyGlass.signed(signed, BRUNO_ASKS, NOON)).isEqualTo(new Move.Stayed(Stay.SIGNED_ALREADY));
    }

    @Test
    void a_review_that_nobody_signs_is_spoken_of_once_even_after_the_rescue() {
        RescueRequest broken = moved(broken(waiting(), ASHA_ASKS, "the shop is down"));
        RescueRequest over = broken.close(Ending.RETURNED, "back", NOON, new Happening.Vanished())
                .next();

        assertThat(over.due()).contains(NOON.plus(Duration.ofHours(24)));
        Move.Moved said = over.expire(NOON.plus(Duration.ofHours(24))).moved().orElseThrow();
        assertThat(said.happened()).containsExactly(new Happening.ReviewOverdue());
        assertThat(said.next().due()).isEmpty();
        assertThat(said.next().review().map(Review::isOpen)).contains(true);
    }

    private static Move broken(RescueRequest request, Requester by, String reason) {
        return EmergencyGlass.broken(request, by, reason, Set.of(ELENA), NOON);
    }

    private static RescueRequest waiting() {
        Agreement agreement = new Agreement(
                1,
                Approvers.WHO_MAY_LAUNCH,
                Duration.ofMinutes(15),
                Optional.empty(),
                Optional.of(new BreakGlass(Duration.ofHours(24))));
        Clearance clearance =
                new Clearance("production", "v1", agreement, Clearance.Terms.NONE, Duration.ofMinutes(10));
        return moved(opened(clearance)
                .confirm(ASHA_ASKS, Confirmation.of(RescueSystem.AS_INSTALLED), Electorate.UNNAMED, NOON));
    }
}
