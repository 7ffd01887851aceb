package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.ASHA;
import static dev.lifeline.contract.Samples.INCIDENT;
import static dev.lifeline.contract.Samples.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Announcer;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import dev.lifeline.rescue.RequestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What does everybody rely on who delivers what was said? */
public abstract class OutboxContract {

    private static final RequestId REQUEST = new RequestId("request001");
    private static final String LANE = "request:request001";
    private static final Posting STANDS = new Posting("C0INCIDENT42", "1700000000.000100");

    protected abstract Announcer announcer();

    protected abstract Outbox outbox();

    @Test
    void what_is_said_waits_in_order() {
        card("asked");
        reply("confirmed");
        reply("launched");
        assertThat(waiting()).containsExactly("asked", "confirmed", "launched");
        assertThat(outbox().waiting(LANE)).extracting(Letter::id).isSorted();
    }

    @Test
    void what_one_person_reads_is_in_a_lane_of_their_own() {
        Audience audience = new Audience(ASHA.person(), INCIDENT, Optional.of("https://reply"));
        announcer().privately(audience, saying("only you"));
        card("all of you");
        assertThat(outbox().lanes()).containsExactlyInAnyOrder("person:U0ASHA", LANE);
        assertThat(outbox().waiting("person:U0ASHA"))
                .extracting(Letter::content)
                .containsExactly(new Content.Private(audience, saying("only you")));
    }

    @Test
    void what_was_delivered_waits_no_more() {
        card("asked");
        reply("confirmed");
        outbox().delivered(next(), Optional.of(STANDS));
        assertThat(waiting()).containsExactly("confirmed");
        outbox().delivered(next(), Optional.empty());
        assertThat(waiting()).isEmpty();
        assertThat(outbox().lanes()).isEmpty();
    }

    @Test
    void where_the_card_stands_is_remembered() {
        assertThat(outbox().card(LANE)).isEmpty();
        card("asked");
        outbox().delivered(next(), Optional.of(STANDS));
        reply("confirmed");
        outbox().delivered(next(), Optional.empty());
        assertThat(outbox().card(LANE)).contains(STANDS);
    }

    @Test
    void of_several_cards_in_a_row_the_newest_is_delivered() {
        card("first");
        card("second");
        card("third");
        assertThat(waiting()).containsExactly("third");
        outbox().delivered(next(), Optional.of(STANDS));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_card_that_stands_is_edited_to_the_newest_whatever_was_replied_meanwhile() {
        card("first");
        outbox().delivered(next(), Optional.of(STANDS));
        card("second");
        reply("reply");
        card("third");
        assertThat(waiting()).containsExactly("reply", "third");
    }

    @Test
    void the_first_replies_keep_the_card_that_they_stand_under() {
        card("first");
        reply("reply");
        card("second");
        assertThat(waiting()).containsExactly("first", "reply", "second");
    }

    @Test
    void a_card_whose_posting_was_begun_is_looked_for_even_when_a_newer_one_waits() {
        card("first");
        outbox().begin(next());
        card("second");
        assertThat(waiting()).containsExactly("first", "second");
    }

    @Test
    void a_delivery_that_was_begun_says_so() {
        card("asked");
        assertThat(next().begun()).isFalse();
        outbox().begin(next());
        assertThat(next().begun()).isTrue();
    }

    @Test
    void what_can_never_be_delivered_does_not_hold_up_the_rest() {
        reply("cursed");
        reply("fine");
        outbox().undeliverable(next(), "the channel is archived");
        assertThat(waiting()).containsExactly("fine");
    }

    @Test
    void an_older_card_does_not_come_back_when_the_newest_cannot_be_delivered() {
        card("first");
        card("second");
        outbox().undeliverable(next(), "too long");
        assertThat(waiting()).isEmpty();
    }

    private void card(String words) {
        announcer().card(REQUEST, INCIDENT, saying(words));
    }

    private void reply(String words) {
        announcer().inThread(REQUEST, INCIDENT, saying(words));
    }

    private Letter next() {
        return outbox().waiting(LANE).get(0);
    }

    private List<String> waiting() {
        return outbox().waiting(LANE).stream()
                .map(letter -> words(letter.content()))
                .toList();
    }

    private static String words(Content content) {
        if (content instanceof Content.Card card) return card.message().plain();
        if (content instanceof Content.Reply reply) return reply.message().plain();
        return ((Content.Private) content).message().plain();
    }
}
