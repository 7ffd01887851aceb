package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
}
