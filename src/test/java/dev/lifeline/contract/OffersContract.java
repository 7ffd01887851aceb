package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.ASHA;
import static dev.lifeline.contract.Samples.NOON;
import static dev.lifeline.contract.Samples.WEB_07;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Change;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Offer;
import dev.lifeline.access.OfferId;
import dev.lifeline.access.Offers;
import dev.lifeline.access.Offers.Taken;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Right;
import dev.lifeline.access.SlackUserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What does everybody rely on who keeps offers? */
public abstract class OffersContract {

    private static final OfferId ID = new OfferId("ask00001.0");

    protected abstract Offers offers();

    @Test
    void an_offer_comes_back_as_it_was_made() {
        Offer permission = offer(ID, new Right.ToDo(Permission.SERVER_RELOAD));
        Offer device = offer(new OfferId("ask00001.1"), new Right.ToReach(WEB_07.id(), "web-07"));
        offers().put(permission);
        offers().put(device);

        assertThat(offers().find(permission.id())).contains(permission);
        assertThat(offers().find(device.id())).contains(device);
    }

    @Test
    void what_was_never_offered_is_not_found_and_cannot_be_taken() {
        assertThat(offers().find(new OfferId("never"))).isEmpty();
        assertThat(offers().take(new OfferId("never"), "press-1")).isEqualTo(Taken.BEFORE);
    }

    @Test
    void an_offer_is_taken_once() {
        offers().put(offer(ID, new Right.ToDo(Permission.SERVER_RELOAD)));

        assertThat(offers().take(ID, "press-1")).isEqualTo(Taken.NOW);
        assertThat(offers().take(ID, "press-2")).isEqualTo(Taken.BEFORE);
        assertThat(offers().take(ID, "press-1")).isEqualTo(Taken.BY_THIS_PRESS);
    }

    @Test
    void made_again_it_stays_taken() {
        offers().put(offer(ID, new Right.ToDo(Permission.SERVER_RELOAD)));
        offers().take(ID, "press-1");
        offers().put(offer(ID, new Right.ToDo(Permission.SERVER_RELOAD)));

        assertThat(offers().take(ID, "press-2")).isEqualTo(Taken.BEFORE);
    }

    @Test
    void P1_of_fifty_presses_at_once_one_takes_it() {
        offers().put(offer(ID, new Right.ToDo(Permission.SERVER_RELOAD)));

        List<Taken> taken = IntStream.range(0, 50)
                .parallel()
                .mapToObj(press -> offers().take(ID, "press-" + press))
                .toList();

        assertThat(taken).filteredOn(Taken.NOW::equals).hasSize(1);
    }

    private static Offer offer(OfferId id, Right right) {
        Change change = new Change(Change.Way.GRANT, new CloudUserId(1002), "dario", right);
        return new Offer(id, ASHA.person(), new SlackUserId("U0DARIO"), change, NOON);
    }
}
