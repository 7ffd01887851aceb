package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static dev.lifeline.contract.Samples.closed;
import static dev.lifeline.contract.Samples.confirmed;
import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_08;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.Drill;
import dev.lifeline.device.Inspection;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.StaleRequestException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract of the store of rescue requests. */
public abstract class RescueRequestsContract {

    protected abstract RescueRequests requests();

    private final RescueRequest first = awaitingConfirmation("first0001", WEB_07);
    private final RescueRequest second = awaitingConfirmation("second0002", WEB_07);

    @Test
    void an_opened_request_is_found_as_it_was() {
        assertThat(requests().open(first)).isEqualTo(first);
        assertThat(requests().find(first.id())).contains(first);
        assertThat(requests().findOpen(WEB_07.id())).contains(first);
    }

    @Test
    void one_that_nobody_opened_is_not_found() {
        assertThat(requests().find(new RequestId("nobodys001"))).isEmpty();
        assertThat(requests().findOpen(WEB_07.id())).isEmpty();
    }

    @Test
    void the_second_request_for_a_device_gets_the_first() {
        requests().open(first);
        assertThat(requests().open(second)).isEqualTo(first);
        assertThat(requests().find(second.id())).isEmpty();
    }

    @Test
    void opening_the_same_request_twice_opens_one() {
        requests().open(first);
        assertThat(requests().open(first)).isEqualTo(first);
        assertThat(requests().findOpen()).containsExactly(first);
    }

    @Test
    void two_devices_have_a_request_each() {
        RescueRequest other = awaitingConfirmation("other00001", WEB_08);
        requests().open(first);
        requests().open(other);
        assertThat(requests().findOpen()).containsExactlyInAnyOrder(first, other);
    }

    @Test
    void a_device_is_free_again_once_its_request_is_closed() {
        requests().open(first);
        requests().save(closed(first));
        assertThat(requests().findOpen(WEB_07.id())).isEmpty();
        assertThat(requests().open(second)).isEqualTo(second);
        assertThat(requests().findOpen()).containsExactly(second);
        assertThat(requests().findClosed(10)).containsExactly(closed(first));
    }

    @Test
    void a_closed_request_is_reopened_unless_its_device_has_another() {
        requests().open(first);
        requests().save(closed(first));
        RescueRequest reopened = closed(first).transitionTo(first.stage()).next();
        requests().open(second);
        assertThatThrownBy(() -> requests().save(reopened)).isInstanceOf(StaleRequestException.class);
        assertThat(requests().findOpen()).containsExactly(second);

        requests().save(closed(second));
        requests().save(reopened);
        assertThat(requests().findOpen(WEB_07.id())).contains(reopened);
    }

    @Test
    void closed_requests_are_listed_up_to_the_limit() {
        for (String id : List.of("closed0001", "closed0002", "closed0003")) {
            requests().open(awaitingConfirmation(id, WEB_07));
            requests().save(closed(awaitingConfirmation(id, WEB_07)));
        }
        assertThat(requests().findClosed(2)).hasSize(2);
    }

    @Test
    void a_break_glass_launch_awaits_its_review_and_stays_counted_after_it() {
        Review.SignOff signOff = new Review.SignOff(ASHA_REQUESTER, NOON);
        RescueRequest unreviewed = withReview(first, Optional.empty());
        requests().open(first);
        assertThat(requests().countBreakGlass()).isZero();

        requests().save(unreviewed);
        assertThat(requests().findReviewPending()).containsExactly(unreviewed);
        assertThat(requests().countBreakGlass()).isEqualTo(1);

        requests().save(withReview(unreviewed, Optional.of(signOff)));
        assertThat(requests().findReviewPending()).isEmpty();
        assertThat(requests().countBreakGlass()).isEqualTo(1);
    }

    /** One open drill for each person, whatever it rehearses, beside the request of the device; counted by itself. */
    @Test
    void drills_are_counted_apart_and_keep_no_device() {
        RescueRequest drill = drill("drill00001", Optional.of(WEB_07));
        requests().open(drill);
        assertThat(requests().open(drill("drill00002", Optional.empty()))).isEqualTo(drill);
        assertThat(requests().open(first)).isEqualTo(first);
        assertThat(requests().countOpen()).isEqualTo(1);
        assertThat(requests().countOpenDrills()).isEqualTo(1);

        requests().save(withReview(drill, Optional.empty()));
        assertThat(requests().countBreakGlass()).isZero();
        assertThat(requests().countReviewPending()).isZero();
        assertThat(requests().findReviewPending()).hasSize(1);
        assertThat(requests().findOpen(drill.device().id()).map(RescueRequest::id))
                .contains(drill.id());
    }

    private static RescueRequest drill(String id, Optional<Device> rehearsed) {
        Inspection simulated = rehearsed
                .map(device -> Drill.rehearsal(device, ASHA.value(), NOON))
                .orElseGet(() -> Drill.practice(ASHA.value(), AccountName.MAIN, NOON));
        Plan plan =
                new Plan(simulated, ASHA_REQUESTER, INCIDENT_CHANNEL, Optional.empty(), NOON, PolicyRequirements.NONE);
        return RescueRequest.create(new RequestId(id), plan, NOON.plus(Duration.ofMinutes(10)));
    }

    private static RescueRequest withReview(RescueRequest request, Optional<Review.SignOff> signOff) {
        Review review = new Review("nobody answers", NOON, NOON.plus(Duration.ofDays(1)), signOff, false);
        return new RescueRequest(
                request.id(), request.plan(), request.stage(), request.version() + 1, Optional.of(review));
    }

    @Test
    void recent_requests_are_those_of_one_device_or_of_all() {
        RescueRequest other = awaitingConfirmation("other00001", WEB_08);
        requests().open(first);
        requests().open(other);
        assertThat(requests().findRecent(Optional.empty(), 10)).containsExactlyInAnyOrder(first, other);
        assertThat(requests().findRecent(Optional.empty(), 1)).hasSize(1);
        assertThat(requests().findRecent(Optional.of(WEB_08.id()), 10)).containsExactly(other);
    }

    @Test
    void a_move_is_saved() {
        requests().open(first);
        requests().save(confirmed(first));
        assertThat(requests().find(first.id())).contains(confirmed(first));
    }

    @Test
    void a_move_from_an_older_version_loses() {
        requests().open(first);
        requests().save(confirmed(first));
        assertThatThrownBy(() -> requests().save(closed(first))).isInstanceOf(StaleRequestException.class);
        assertThat(requests().find(first.id())).contains(confirmed(first));
    }

    @Test
    void a_move_of_one_that_was_never_opened_loses() {
        assertThatThrownBy(() -> requests().save(confirmed(first))).isInstanceOf(StaleRequestException.class);
    }

    @Test
    void of_fifty_who_save_the_same_version_at_once_one_wins() {
        requests().open(first);
        List<Boolean> saved = ConcurrentRunner.runAll(50, () -> {
            try {
                requests().save(confirmed(first));
                return true;
            } catch (StaleRequestException e) {
                return false;
            }
        });
        assertThat(Collections.frequency(saved, true)).isEqualTo(1);
    }

    @Test
    void of_fifty_who_open_a_request_for_one_device_all_get_the_same() {
        List<RescueRequest> opened = ConcurrentRunner.runAll(
                50, number -> requests().open(awaitingConfirmation("racing" + (100 + number), WEB_07)));
        assertThat(opened).containsOnly(requests().findOpen(WEB_07.id()).orElseThrow());
    }
}
