package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import dev.lifeline.rescue.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the letters in the outbox. */
class DeliveryTest {

    private static final String LANE = "request1";
    private static final Place PLACE = new Place("C1");
    private static final Posting CARD = new Posting("C1", "1700000000.000001");

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final ListedOutbox outbox = new ListedOutbox();
    private final List<String> told = new ArrayList<>();
    private final SlackDoor door = new SlackDoor(
            slack.account(),
            Shelves.alone(new RecordingInbox(), outbox, clock),
            (letter, reason) -> told.add(letter.id() + " " + reason),
            clock);

    @AfterEach
    void close() {
        door.close();
        slack.close();
    }

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
    void every_post_carries_a_mark_of_ids_only() {
        outbox.add(card(7, false));

        door.deliver(LANE);

        JsonNode mark = StubSlack.json(slack.only("chat.postMessage").get("metadata"));
        assertThat(mark.path("event_type").asText()).isEqualTo("lifeline_letter");
        assertThat(mark.path("event_payload").path("letter").asLong()).isEqualTo(7);
    }

    @Test
    void a_later_card_changes_the_first_in_place() {
        outbox.cardStands(LANE, CARD);
        outbox.add(card(2, false));

        door.deliver(LANE);

        assertThat(slack.only("chat.update")).containsEntry("ts", CARD.id()).containsKeys("blocks", "text");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
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
    void a_letter_whose_delivery_ended_in_silence_is_looked_for_and_not_posted_twice() {
        slack.says("conversations.history", "{\"ok\":true,\"messages\":[" + marked(1, StubSlack.BOT_USER) + "]}");
        outbox.add(card(1, true));

        door.deliver(LANE);

        assertThat(slack.only("conversations.history")).containsEntry("include_all_metadata", "true");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.card(LANE)).contains(new Posting("C1", "99.1"));
    }

    @Test
    void a_mark_that_somebody_else_wrote_is_not_believed() {
        slack.says("conversations.history", "{\"ok\":true,\"messages\":[" + marked(1, "U0OTHER") + "]}");
        outbox.add(card(1, true));

        door.deliver(LANE);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void a_begun_reply_is_looked_for_in_its_thread() {
        outbox.cardStands(LANE, CARD);
        slack.says("conversations.replies", "{\"ok\":true,\"messages\":[" + marked(4, StubSlack.BOT_USER) + "]}");
        outbox.add(reply(4, true));

        door.deliver(LANE);

        assertThat(slack.only("conversations.replies")).containsEntry("ts", CARD.id());
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void a_letter_that_is_nowhere_is_posted_after_all() {
        outbox.add(card(1, true));

        door.deliver(LANE);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void nothing_is_posted_while_it_cannot_be_looked_for() {
        slack.refuses("conversations.history", "internal_error");
        outbox.add(card(1, true));

        assertThat(door.deliver(LANE)).isPresent();

        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

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
    void what_stops_a_lane_keeps_its_order() {
        slack.says("chat.postMessage", new MockResponse.Builder().code(503).build());
        outbox.add(card(1, false));
        outbox.add(reply(2, false));

        assertThat(door.deliver(LANE)).contains(clock.instant().plusSeconds(1));

        assertThat(outbox.diary).containsExactly("begin 1");
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
    void a_lost_answer_is_no_refusal() {
        slack.says(
                "chat.postMessage",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        outbox.add(card(1, false));

        assertThat(door.deliver(LANE)).isPresent();

        assertThat(outbox.waiting(LANE)).extracting(Letter::begun).containsExactly(true);
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

    @Test
    void a_private_answer_takes_the_address_that_came_with_the_ask() {
        slack.says("/hooks/1", "ok");
        outbox.add(privately(5, Optional.of(slack.url("/hooks/1").toString())));

        door.deliver(LANE);

        JsonNode body = StubSlack.json(slack.calls("/hooks/1").get(0).body());
        assertThat(body.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(body.path("replace_original").asBoolean(true)).isFalse();
        assertThat(slack.calls("chat.postEphemeral")).isEmpty();
    }

    @Test
    void an_address_that_is_used_up_is_no_loss() {
        slack.says(
                "/hooks/1",
                new MockResponse.Builder()
                        .code(404)
                        .body("{\"ok\":false,\"error\":\"used_url\"}")
                        .build());
        outbox.add(privately(5, Optional.of(slack.url("/hooks/1").toString())));

        door.deliver(LANE);

        assertThat(slack.only("chat.postEphemeral"))
                .containsEntry("channel", "C1")
                .containsEntry("user", "U1");
    }

    @Test
    void an_address_elsewhere_is_never_posted_to() {
        outbox.add(privately(5, Optional.of("https://slack.com.evil.example/hooks/1")));

        door.deliver(LANE);

        assertThat(slack.calls("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void who_is_not_in_the_channel_is_written_to() {
        slack.refuses("chat.postEphemeral", "user_not_in_channel");
        outbox.add(privately(5, Optional.empty()));

        door.deliver(LANE);

        assertThat(slack.only("conversations.open")).containsEntry("users", "U1");
        assertThat(slack.only("chat.postMessage")).containsEntry("channel", "D1");
    }

    private static MockResponse tooMany(int seconds) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", seconds)
                .body("{\"ok\":false,\"error\":\"ratelimited\"}")
                .build();
    }

    private static String marked(long letter, String author) {
        return """
                {"ts":"99.1","user":"%s","metadata":{"event_type":"lifeline_letter",
                 "event_payload":{"letter":%d,"lane":"%s"}}}""".formatted(author, letter, LANE);
    }

    private static Message saying() {
        return Message.saying(Line.words("Booting web-07"));
    }

    private static Letter card(long id, boolean begun) {
        return new Letter(id, LANE, new Content.Card(PLACE, saying()), begun);
    }

    private static Letter reply(long id, boolean begun) {
        return new Letter(id, LANE, new Content.Reply(PLACE, saying()), begun);
    }

    private static Letter privately(long id, Optional<String> address) {
        Audience audience = new Audience(new SlackUserId("U1"), PLACE, address);
        return new Letter(id, LANE, new Content.Private(audience, saying()), false);
    }
}
