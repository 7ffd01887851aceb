package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.AsyncMethodsClient;
import com.slack.api.methods.MethodsClient;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Part;
import dev.lifeline.message.Posting;
import dev.lifeline.rescue.Place;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Traps of slack.md in what the bot says: plain Bolt in the trap where it is Bolt's, ours out of it (src/docs/slack-traps.md). */
class LetterTrapsTest extends Letters {

    private static final String ELSEWHERE = "C2";
    private static final int WHAT_FAILS = 13_000;

    private final PlainBolt plain = new PlainBolt(slack.account().apiUrl(), StubSlack.BOT_TOKEN);

    @Test
    void trap_9_after_an_answer_that_was_lost_it_is_looked_up_before_it_is_posted_again() {
        MethodsClient client = plain.slack().methods(StubSlack.BOT_TOKEN);
        slack.says("chat.postMessage", lostAnswer());
        assertThatThrownBy(() -> client.chatPostMessage(post -> post.channel("C1")))
                .as("posted or not?")
                .isInstanceOf(IOException.class);

        slack.says("chat.postMessage", lostAnswer());
        outbox.add(card(1, false));
        assertThat(door.deliver(LANE)).isPresent();
        slack.says("conversations.history", "{\"ok\":true,\"messages\":[" + marked(1, StubSlack.BOT_USER) + "]}");
        clock.pass(Duration.ofMinutes(1));
        assertThat(door.deliver(LANE)).isEmpty();

        assertThat(slack.calls("chat.postMessage")).as("plain Bolt's and ours").hasSize(2);
        assertThat(outbox.diary).containsExactly("begin 1", "delivered 1");
    }

    private static MockResponse lostAnswer() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void trap_9_a_channel_that_is_limited_holds_up_no_other_and_keeps_its_order() {
        AsyncMethodsClient client = plain.slack().methodsAsync(StubSlack.BOT_TOKEN);
        slack.says("chat.postMessage", tooMany(2));
        var limited = client.chatPostMessage(post -> post.channel("C1"));
        await().until(() -> !slack.calls("chat.postMessage").isEmpty());
        var free = client.chatPostMessage(post -> post.channel(ELSEWHERE));
        limited.join();
        free.join();
        assertThat(channels()).as("who is free waits for who is limited").containsExactly("C1", "C1", ELSEWHERE);

        slack.says("chat.postMessage", tooMany(2));
        outbox.add(card(1, false));
        outbox.add(reply(2, false));
        outbox.add(new Letter(3, "other", new Content.Card(new Place(ELSEWHERE), saying()), false));
        assertThat(door.deliver(LANE)).contains(clock.instant().plusSeconds(2));
        assertThat(door.deliver("other")).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        assertThat(door.deliver(LANE)).isEmpty();
        assertThat(outbox.diary)
                .containsExactly("begin 1", "begin 3", "delivered 3", "delivered 1", "begin 2", "delivered 2");
    }

    private List<String> channels() {
        return slack.calls("chat.postMessage").stream()
                .map(call -> call.form().get("channel"))
                .toList();
    }

    @Test
    void trap_13_an_address_that_is_used_up_is_no_loss() {
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
    void trap_13_what_only_one_person_was_shown_is_never_what_is_changed() {
        outbox.add(privately(5, Optional.empty()));
        outbox.add(card(6, false));
        outbox.add(card(7, false));

        door.deliver(LANE);

        assertThat(slack.calls("chat.postEphemeral")).hasSize(1);
        assertThat(slack.calls("chat.postMessage")).as("the card is a message").hasSize(1);
        assertThat(slack.only("chat.update")).containsEntry("ts", CARD.id());
    }

    @Test
    void trap_15_a_card_is_changed_with_its_blocks_and_its_words() {
        outbox.cardStands(LANE, CARD);
        outbox.add(card(2, false));

        door.deliver(LANE);

        assertThat(slack.only("chat.update")).containsEntry("ts", CARD.id()).containsKeys("blocks", "text");
        assertThat(StubSlack.json(slack.only("chat.update").get("blocks"))).isNotEmpty();
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void trap_15_the_text_of_all_blocks_together_stays_below_what_slack_fails_at() {
        Part much = new Part.Paragraph(Line.words("é".repeat(2_900)));
        Message far = Message.headed(Line.words("Title"), Collections.nCopies(40, much));

        int all = BlockKit.render(far, "letter-1").blocks().findParents("text").stream()
                .map(node -> node.path("text").asText())
                .mapToInt(String::length)
                .sum();

        assertThat(all).isBetween(WHAT_FAILS / 2, WHAT_FAILS);
    }

    @Test
    void trap_15_all_cards_together_are_changed_no_faster_than_slack_takes() {
        List<String> lanes = LongStream.range(0, Pace.EDITS.burst() + 1L)
                .mapToObj(id -> "lane" + id)
                .toList();
        for (String lane : lanes) {
            outbox.cardStands(lane, new Posting("C1", lane));
            outbox.add(new Letter(lanes.indexOf(lane), lane, new Content.Card(PLACE, saying()), false));
        }

        List<Optional<Instant>> again = lanes.stream().map(door::deliver).toList();

        assertThat(slack.calls("chat.update")).hasSize(Pace.EDITS.burst());
        assertThat(again.get(again.size() - 1))
                .as("the last one waits, and is not lost")
                .contains(clock.instant().plus(Pace.EDITS.every()));
        assertThat(Duration.ofMinutes(1).dividedBy(Pace.EDITS.every()))
                .as("Tier 3")
                .isLessThanOrEqualTo(50);
    }

    @Test
    void trap_16_every_post_carries_a_mark_of_ids_only() {
        outbox.add(card(7, false));

        door.deliver(LANE);

        JsonNode mark = StubSlack.json(slack.only("chat.postMessage").get("metadata"));
        assertThat(mark)
                .isEqualTo(
                        StubSlack.json("{\"event_type\":\"lifeline_letter\",\"event_payload\":{\"letter\":7,\"lane\":\""
                                + LANE + "\"}}"));
    }

    @Test
    void trap_18_the_thread_is_named_once() throws Exception {
        plain.slack()
                .methods(StubSlack.BOT_TOKEN)
                .chatPostMessage(post -> post.channel("C1").threadTs("1.1"));
        assertThat(slack.calls("chat.postMessage").get(0).body().split("thread_ts=", -1))
                .as("twice")
                .hasSize(3);

        outbox.cardStands(LANE, CARD);
        outbox.add(reply(3, false));
        door.deliver(LANE);

        assertThat(slack.calls("chat.postMessage").get(1).body().split("thread_ts=", -1))
                .hasSize(2);
    }
}
