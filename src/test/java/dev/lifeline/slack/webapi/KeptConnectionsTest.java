package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.slack.webapi.RawHttpServer.Act;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections to Slack are kept, and no call is lost or sent twice for that. */
class KeptConnectionsTest {

    private final RawHttpServer slack = new RawHttpServer();
    private final SettableClock clock = new SettableClock();
    private final WebApi api = new WebApi(
            new SlackClientConfig(StubSlack.BOT_TOKEN, Optional.empty(), Optional.empty(), slack.url("/api/")),
            new ObjectMapper(),
            new LocalRateLimiter(clock),
            clock);

    @AfterEach
    void close() {
        api.close();
        slack.close();
    }

    private void post() {
        api.call(ApiMethod.CHAT_POST_MESSAGE, Map.of("channel", "C1", "text", "one"));
    }

    private boolean reply() {
        return api.postToResponseUrl(
                slack.url("/hooks/1").toString(),
                JsonNodeFactory.instance.objectNode().put("text", "hello"));
    }

    private SlackCallException failure() {
        return catchThrowableOfType(SlackCallException.class, this::post);
    }

    @Test
    void calls_and_replies_to_response_urls_share_one_connection() {
        for (int i = 0; i < 5; i++) post();

        assertThat(reply()).isTrue();
        assertThat(slack.requests()).isEqualTo(6);
        assertThat(slack.connections()).isEqualTo(1);
    }

    @Test
    void an_idle_connection_that_the_server_closed_costs_no_call() {
        post();
        slack.closeConnections();
        post();
        slack.closeConnections();

        assertThat(reply()).isTrue();
        assertThat(slack.requests()).isEqualTo(3);
        assertThat(slack.connections()).isEqualTo(3);
    }

    @Test
    void what_a_server_says_unasked_on_an_idle_connection_is_no_answer_to_the_next_call() {
        post();
        slack.writeUnasked408();
        post();

        assertThat(slack.requests()).isEqualTo(2);
        assertThat(slack.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"ANSWER", "ANSWER_429"},
            mode = EnumSource.Mode.EXCLUDE)
    void P3_whether_a_call_arrived_is_unknown_where_its_answer_is_none_and_it_was_sent_once(Act act) {
        post();
        slack.next(act);

        assertThat(failure().errorKind()).isEqualTo(SlackErrorKind.UNAVAILABLE);
        assertThat(slack.requests()).as("the good call and this one").isEqualTo(2);
        post();
        assertThat(slack.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"ANSWER", "ANSWER_429"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_reply_to_a_response_url_is_sent_once(Act act) {
        assertThat(reply()).isTrue();
        slack.next(act);

        assertThat(reply()).isFalse();
        assertThat(slack.requests()).isEqualTo(2);
    }

    @Test
    void a_rate_limit_is_told_with_its_time_and_keeps_the_connection() {
        slack.next(Act.ANSWER_429);

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(7));
        clock.advance(Duration.ofSeconds(8));
        post();
        assertThat(slack.connections()).isEqualTo(1);
    }

    @Test
    void P3_a_call_that_reached_nobody_was_not_sent() {
        post();
        slack.close();
        failure(); // uses up the connection, whose end may be on its way yet

        assertThat(failure().errorKind()).isEqualTo(SlackErrorKind.NOT_SENT);
    }
}
