package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of letters that Slack does not take, for now or for good. */
class RefusedLettersTest extends Letters {

    @Test
    void the_time_that_slack_names_is_kept_by_every_lane() {
        slack.says("chat.update", tooMany(30));
        outbox.cardStands(LANE, CARD);
        outbox.cardStands("other", CARD);
        outbox.add(card(1, false));
        outbox.add(new Letter(2, "other", new Content.Card(PLACE, saying()), false));

        assertThat(door.deliver(LANE)).contains(clock.instant().plusSeconds(30));
        assertThat(door.deliver("other")).contains(clock.instant().plusSeconds(30));
        assertThat(slack.calls("chat.update")).hasSize(1);

        clock.pass(Duration.ofSeconds(30));
        assertThat(door.deliver(LANE)).isEmpty();
    }

    @Test
    void pauses_grow_while_slack_is_away() {
        slack.usually("chat.postMessage", "<html>down for maintenance</html>");
        outbox.add(card(1, false));

        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clock.pass(Duration.ofMinutes(2));
            pauses.add(Duration.between(clock.instant(), door.deliver(LANE).orElseThrow()));
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void where_the_bot_is_not_invited_somebody_is_told() {
        slack.refuses("chat.postMessage", "not_in_channel");
        outbox.add(card(1, false));

        assertThat(door.deliver(LANE)).isEmpty();

        assertThat(outbox.diary).containsExactly("begin 1", "undeliverable 1 not_in_channel");
        assertThat(told).containsExactly("1 NOT_INVITED");
    }

    @Test
    void a_letter_that_never_arrives_does_not_hold_up_the_next() {
        slack.refuses("chat.postMessage", "is_archived");
        outbox.add(card(1, false));
        outbox.add(reply(2, false));

        assertThat(door.deliver(LANE)).isEmpty();

        assertThat(outbox.diary).containsExactly("begin 1", "undeliverable 1 is_archived", "begin 2", "delivered 2");
        assertThat(told).containsExactly("1 PLACE_CLOSED");
    }

    @Test
    void a_revoked_token_loses_no_letter() {
        slack.usually("chat.postMessage", "{\"ok\":false,\"error\":\"token_revoked\"}");
        outbox.add(card(1, false));

        for (int i = 0; i < 20; i++) {
            clock.pass(Duration.ofMinutes(2));
            assertThat(door.deliver(LANE)).isPresent();
        }
    }

    @Test
    void a_word_that_nobody_knows_does_not_block_the_lane_for_ever() {
        slack.usually("chat.postMessage", "{\"ok\":false,\"error\":\"whatever_this_is\"}");
        outbox.add(card(1, false));

        int attempts = 1;
        while (door.deliver(LANE).isPresent() && attempts < 50) {
            clock.pass(Duration.ofMinutes(2));
            attempts++;
        }

        assertThat(attempts).isBetween(2, 10);
        assertThat(told).containsExactly("1 REFUSED");
    }

    @Test
    void a_token_that_slack_says_is_revoked_stops_the_posting_until_it_is_taken_again() {
        SignedPost event = SignedPost.of(
                PayloadKinds.fresh(new PayloadKinds("").all().getOrDefault("tokens_revoked", ""), 1),
                clock.instant().getEpochSecond());
        outbox.add(card(1, false));

        assertThat(door.answer("POST", event.headers(), event.body()).status()).isEqualTo(200);
        slack.refuses("auth.test", "token_revoked");

        assertThat(door.ready()).isFalse();
        assertThat(door.deliver(LANE)).isPresent();
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.diary).isEmpty();

        clock.pass(Duration.ofMinutes(2));
        assertThat(door.deliver(LANE)).isEmpty();
        assertThat(outbox.diary).containsExactly("begin 1", "delivered 1");
    }

    @Test
    void an_outage_takes_no_attempt_from_a_letter_that_is_then_refused_in_unknown_words() {
        slack.usually("chat.postMessage", "<html>down for maintenance</html>");
        outbox.add(card(1, false));
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofMinutes(2));
            door.deliver(LANE);
        }
        slack.usually("chat.postMessage", "{\"ok\":false,\"error\":\"whatever_this_is\"}");

        clock.pass(Duration.ofMinutes(2));

        assertThat(door.deliver(LANE)).isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void no_seconds_to_wait_are_no_leave_to_ask_again_at_once() {
        for (int i = 0; i < 3; i++) slack.says("chat.postMessage", tooMany(0));
        outbox.add(card(1, false));

        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pauses.add(Duration.between(clock.instant(), door.deliver(LANE).orElseThrow()));
            clock.pass(Duration.ofMinutes(2));
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_wait_for_years_is_waited_for_as_long_as_any() {
        slack.says("chat.postMessage", tooMany(Integer.MAX_VALUE));
        outbox.add(card(1, false));

        assertThat(door.deliver(LANE)).contains(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void P7_who_dies_before_somebody_is_told_tells_them_when_it_is_back() {
        Undeliverable dyingOnce = (letter, reason) -> {
            told.add(letter.id() + " " + reason);
            if (told.size() == 1) throw new IllegalStateException("killed");
        };
        slack.usually("chat.postMessage", "{\"ok\":false,\"error\":\"is_archived\"}");
        outbox.add(card(1, false));
        try (SlackDoor mortal =
                new SlackDoor(slack.account(), LoneShelves.of(new RecordingInbox(), outbox, clock), dyingOnce, clock)) {
            assertThatThrownBy(() -> mortal.deliver(LANE)).hasMessage("killed");

            assertThat(mortal.deliver(LANE)).isEmpty();
        }
        assertThat(told).containsExactly("1 PLACE_CLOSED", "1 PLACE_CLOSED");
        assertThat(outbox.diary).containsExactly("begin 1", "undeliverable 1 is_archived");
    }

    @Test
    void an_address_that_nothing_can_be_posted_to_does_not_block_the_lane() {
        for (String address :
                List.of("ftp://localhost/hooks/x", "http://localhost:99999/hooks/x", "//localhost/hooks/x"))
            outbox.add(privately(address.length(), Optional.of(address)));

        assertThat(door.deliver(LANE)).isEmpty();

        assertThat(slack.calls("chat.postEphemeral")).hasSize(3);
    }

    @Test
    void a_reply_whose_card_somebody_took_away_is_said_all_the_same() {
        outbox.cardStands(LANE, CARD);
        slack.refuses("chat.postMessage", "thread_not_found");
        outbox.add(reply(2, false));

        assertThat(door.deliver(LANE)).isEmpty();

        assertThat(slack.calls("chat.postMessage"))
                .extracting(call -> call.form().containsKey("thread_ts"))
                .containsExactly(true, false);
        assertThat(outbox.diary).containsExactly("begin 2", "delivered 2");
    }
}
