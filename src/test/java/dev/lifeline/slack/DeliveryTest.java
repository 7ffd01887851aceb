package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Posting;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** What becomes of the letters in the outbox when all goes well. */
class DeliveryTest extends Letters {

    @Test
    void the_first_card_is_posted_and_its_place_is_kept() {
        outbox.add(card(1, false));

        assertThat(door.deliver(LANE)).isEmpty();

        assertThat(slack.only("chat.postMessage"))
                .containsEntry("channel", "C1")
                .doesNotContainKey("thread_ts");
        assertThat(outbox.card(LANE)).contains(CARD);
        assertThat(outbox.diary).containsExactly("begin 1", "delivered 1");
    }

    @Test
    void a_card_that_was_deleted_is_posted_anew() {
        outbox.cardStands(LANE, new Posting("C1", "1.1"));
        slack.refuses("chat.update", "message_not_found");
        outbox.add(card(2, false));

        door.deliver(LANE);

        assertThat(outbox.card(LANE)).contains(CARD);
        assertThat(outbox.diary).containsExactly("begin 2", "delivered 2");
    }

    @Test
    void a_reply_goes_into_the_thread_under_the_card() {
        outbox.cardStands(LANE, CARD);
        outbox.add(reply(3, false));

        door.deliver(LANE);

        assertThat(slack.only("chat.postMessage")).containsEntry("thread_ts", CARD.id());
    }

    @Test
    void news_without_a_link_to_the_card_are_told_all_the_same() {
        outbox.cardStands(LANE, CARD);
        slack.refuses("chat.getPermalink", "unknown_method");
        outbox.add(directly(4));

        assertThat(door.deliver("direct:U1")).isEmpty();

        assertThat(slack.only("chat.postMessage")).containsEntry("channel", "D1");
    }

    @Test
    void news_wait_for_the_link_where_slack_is_away() {
        outbox.cardStands(LANE, CARD);
        slack.refuses("chat.getPermalink", "internal_error");
        outbox.add(directly(4));

        assertThat(door.deliver("direct:U1")).isNotEmpty();

        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void what_stops_a_lane_keeps_its_order() {
        slack.says("chat.postMessage", new MockResponse.Builder().code(503).build());
        outbox.add(card(1, false));
        outbox.add(reply(2, false));

        assertThat(door.deliver(LANE)).contains(clock.instant().plusSeconds(1));

        assertThat(outbox.diary).containsExactly("begin 1");
    }

    @Test
    void where_the_blocks_are_refused_the_words_arrive() {
        slack.refuses("chat.postMessage", "invalid_blocks");
        outbox.add(card(1, false));

        door.deliver(LANE);

        Map<String, String> second = slack.calls("chat.postMessage").get(1).form();
        assertThat(second).containsEntry("text", "Booting web-07").containsEntry("mrkdwn", "false");
        assertThat(outbox.diary).containsExactly("begin 1", "delivered 1");
    }

    @Test
    void a_channel_hears_a_burst_and_then_one_post_a_second() {
        for (int id = 1; id <= 7; id++) outbox.add(reply(id, false));
        outbox.cardStands(LANE, CARD);

        Optional<java.time.Instant> again = door.deliver(LANE);

        assertThat(slack.calls("chat.postMessage")).hasSize(Pace.POSTS_IN_A_CHANNEL.burst());
        assertThat(again).contains(clock.instant().plusSeconds(1));
        assertThat(outbox.diary).doesNotContain("begin 6");
    }
}
