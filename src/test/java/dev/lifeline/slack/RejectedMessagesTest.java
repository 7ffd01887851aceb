package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Outbox messages that Slack rejects, temporarily or permanently. */
class RejectedMessagesTest extends OutboxTestBase {

    @Test
    void retry_after_is_kept_by_every_stream() {
        slack.respondOnce("chat.update", rateLimited(30));
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.putStatusMessage(OTHER_STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(statusMessage(1, false));
        outbox.add(new OutboxMessage(2, OTHER_STREAM_KEY, new Content.StatusMessage(CHANNEL, textMessage()), false));

        assertThat(adapter.deliver(STREAM_KEY)).contains(clock.instant().plusSeconds(30));
        assertThat(adapter.deliver(OTHER_STREAM_KEY)).contains(clock.instant().plusSeconds(30));
        assertThat(slack.calls("chat.update")).hasSize(1);

        clock.advance(Duration.ofSeconds(30));
        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();
    }

    @Test
    void pauses_grow_while_slack_is_away() {
        slack.respondByDefault("chat.postMessage", "<html>down for maintenance</html>");
        outbox.add(statusMessage(1, false));

        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofMinutes(2));
            pauses.add(Duration.between(
                    clock.instant(), adapter.deliver(STREAM_KEY).orElseThrow()));
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void where_the_bot_is_not_in_the_channel_the_failure_is_reported() {
        slack.failOnce("chat.postMessage", "not_in_channel");
        outbox.add(statusMessage(1, false));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(outbox.calls).containsExactly("attempted 1", "undeliverable 1 not_in_channel");
        assertThat(undeliverable).containsExactly("1 NOT_INVITED");
    }

    @Test
    void an_undeliverable_message_does_not_hold_up_the_next() {
        slack.failOnce("chat.postMessage", "is_archived");
        outbox.add(statusMessage(1, false));
        outbox.add(threadReply(2, false));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(outbox.calls)
                .containsExactly("attempted 1", "undeliverable 1 is_archived", "attempted 2", "delivered 2");
        assertThat(undeliverable).containsExactly("1 CHANNEL_CLOSED");
    }

    @Test
    void a_revoked_token_loses_no_message() {
        slack.respondByDefault("chat.postMessage", "{\"ok\":false,\"error\":\"token_revoked\"}");
        outbox.add(statusMessage(1, false));

        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(2));
            assertThat(adapter.deliver(STREAM_KEY)).isPresent();
        }
    }

    @Test
    void an_unknown_error_code_does_not_block_the_stream_for_ever() {
        slack.respondByDefault("chat.postMessage", "{\"ok\":false,\"error\":\"whatever_this_is\"}");
        outbox.add(statusMessage(1, false));

        int attempts = 1;
        while (adapter.deliver(STREAM_KEY).isPresent() && attempts < 50) {
            clock.advance(Duration.ofMinutes(2));
            attempts++;
        }

        assertThat(attempts).isBetween(2, 10);
        assertThat(undeliverable).containsExactly("1 REJECTED");
    }

    @Test
    void a_token_that_slack_says_is_revoked_stops_the_posting_until_it_is_taken_again() {
        SignedRequest event = SignedRequest.sign(
                SamplePayloads.withFreshIds(new SamplePayloads("").all().getOrDefault("tokens_revoked", ""), 1),
                clock.instant().getEpochSecond());
        outbox.add(statusMessage(1, false));

        assertThat(adapter.handleHttpRequest("POST", event.headers(), event.body())
                        .status())
                .isEqualTo(200);
        slack.failOnce("auth.test", "token_revoked");

        assertThat(adapter.ready()).isFalse();
        assertThat(adapter.deliver(STREAM_KEY)).isPresent();
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.calls).isEmpty();

        clock.advance(Duration.ofMinutes(2));
        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();
        assertThat(outbox.calls).containsExactly("attempted 1", "delivered 1");
    }

    @Test
    void an_outage_takes_no_attempt_from_a_message_that_then_gets_an_unknown_error_code() {
        slack.respondByDefault("chat.postMessage", "<html>down for maintenance</html>");
        outbox.add(statusMessage(1, false));
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofMinutes(2));
            adapter.deliver(STREAM_KEY);
        }
        slack.respondByDefault("chat.postMessage", "{\"ok\":false,\"error\":\"whatever_this_is\"}");

        clock.advance(Duration.ofMinutes(2));

        assertThat(adapter.deliver(STREAM_KEY)).isPresent();
        assertThat(undeliverable).isEmpty();
    }

    @Test
    void retry_after_zero_does_not_mean_an_immediate_retry() {
        for (int i = 0; i < 3; i++) slack.respondOnce("chat.postMessage", rateLimited(0));
        outbox.add(statusMessage(1, false));

        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pauses.add(Duration.between(
                    clock.instant(), adapter.deliver(STREAM_KEY).orElseThrow()));
            clock.advance(Duration.ofMinutes(2));
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_wait_for_years_is_waited_for_as_long_as_any() {
        slack.respondOnce("chat.postMessage", rateLimited(Integer.MAX_VALUE));
        outbox.add(statusMessage(1, false));

        assertThat(adapter.deliver(STREAM_KEY)).contains(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void P7_a_failure_not_reported_before_a_crash_is_reported_after_the_restart() {
        DeliveryFailureListener failingOnce = (outboxMessage, reason) -> {
            undeliverable.add(outboxMessage.id() + " " + reason);
            if (undeliverable.size() == 1) throw new IllegalStateException("killed");
            return () -> {};
        };
        slack.respondByDefault("chat.postMessage", "{\"ok\":false,\"error\":\"is_archived\"}");
        outbox.add(statusMessage(1, false));
        try (SlackFixture firstAdapter = SlackFixture.sending(slack.account(), outbox, failingOnce, clock)) {
            assertThatThrownBy(() -> firstAdapter.deliver(STREAM_KEY)).hasMessage("killed");

            assertThat(firstAdapter.deliver(STREAM_KEY)).isEmpty();
        }
        assertThat(undeliverable).containsExactly("1 CHANNEL_CLOSED", "1 CHANNEL_CLOSED");
        assertThat(outbox.calls).containsExactly("attempted 1", "undeliverable 1 is_archived");
    }

    @Test
    void a_response_url_that_cannot_be_posted_to_does_not_block_the_stream() {
        for (String address :
                List.of("ftp://localhost/hooks/x", "http://localhost:99999/hooks/x", "//localhost/hooks/x"))
            outbox.add(ephemeralMessage(address.length(), Optional.of(address)));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.calls("chat.postEphemeral")).hasSize(3);
    }

    @Test
    void a_reply_whose_status_message_was_deleted_is_posted_all_the_same() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        slack.failOnce("chat.postMessage", "thread_not_found");
        outbox.add(threadReply(2, false));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.calls("chat.postMessage"))
                .extracting(call -> call.form().containsKey("thread_ts"))
                .containsExactly(true, false);
        assertThat(outbox.calls).containsExactly("attempted 2", "delivered 2");
    }
}
