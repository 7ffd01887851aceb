package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock.Step;
import dev.lifeline.message.model.MessageBlock.StepState;
import dev.lifeline.message.model.MessageBlock.Steps;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A workspace that refuses plan blocks gets the steps as a list: no message is lost for it, and none is posted twice. */
class RefusedPlanTest extends OutboxTestBase {

    private static final Message STEPS = Message.of(TextLine.ofText("web-07 is booting"))
            .withBlock(new Steps(
                    "Step 1 of 2: It restarts",
                    List.of(
                            new Step(
                                    StepState.RUNNING,
                                    "Now",
                                    "It restarts",
                                    Optional.of(TextLine.ofText("Usually 8 min, now 3"))),
                            new Step(StepState.PENDING, "To come", "It answers", Optional.empty()))));

    private void deliver(long id, StreamKey streamKey) {
        outbox.add(new OutboxMessage(id, streamKey, new Content.StatusMessage(CHANNEL, STEPS), false));
        clock.advance(Duration.ofSeconds(30));
        assertThat(adapter.deliver(streamKey)).isEmpty();
    }

    private List<String> blocks(String method) {
        return slack.calls(method).stream()
                .map(call -> call.form().get("blocks"))
                .toList();
    }

    @Test
    void a_plan_is_posted_where_slack_takes_it() {
        deliver(1, STREAM_KEY);

        assertThat(blocks("chat.postMessage"))
                .singleElement()
                .asString()
                .contains("\"plan\"", "\"task_card\"", "in_progress");
    }

    @Test
    void P2_a_refused_plan_is_posted_once_as_a_list_and_none_is_tried_again() {
        slack.failOnce("chat.postMessage", "invalid_blocks");
        deliver(1, STREAM_KEY);

        assertThat(blocks("chat.postMessage")).hasSize(2);
        assertThat(blocks("chat.postMessage").get(1))
                .doesNotContain("\"plan\"")
                .contains("Now: It restarts", "Usually 8 min, now 3", "To come: It answers");
        assertThat(outbox.calls).containsExactly("attempted 1", "delivered 1");

        deliver(2, OTHER_STREAM_KEY);
        assertThat(blocks("chat.postMessage")).hasSize(3);
        assertThat(blocks("chat.postMessage").get(2)).doesNotContain("\"plan\"");
        deliver(3, STREAM_KEY);
        assertThat(blocks("chat.update")).singleElement().asString().doesNotContain("\"plan\"");
    }

    @Test
    void where_something_else_is_refused_too_the_text_is_posted_and_plans_are_tried_again() {
        slack.failOnce("chat.postMessage", "invalid_blocks");
        slack.failOnce("chat.postMessage", "invalid_blocks");
        deliver(1, STREAM_KEY);

        assertThat(blocks("chat.postMessage")).hasSize(3).last().isEqualTo("[]");
        deliver(2, OTHER_STREAM_KEY);
        assertThat(blocks("chat.postMessage")).last().asString().contains("\"plan\"");
    }
}
