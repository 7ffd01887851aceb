package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.testkit.SettableClock;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server may close the connection after any response, announced or not: no call is lost by that. */
class ClosedHttpConnectionTest {

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), new LocalRateLimiter(clock), clock);

    @AfterEach
    void close() {
        api.close();
        slack.close();
    }

    @Test
    void a_connection_that_was_closed_in_silence_costs_no_call() {
        slack.respondOnce("auth.test", respondAndClose("{\"ok\":true,\"team\":\"Ours\"}"));
        slack.respondOnce("chat.postMessage", respondAndClose("{\"ok\":true,\"ts\":\"1.1\"}"));

        api.call(ApiMethod.AUTH_TEST, Map.of());
        api.call(ApiMethod.CHAT_POST_MESSAGE, Map.of("channel", "C1", "text", "one"));
        api.call(ApiMethod.CHAT_POST_MESSAGE, Map.of("channel", "C1", "text", "two"));

        assertThat(slack.calls("chat.postMessage")).hasSize(2);
    }

    @Test
    void nor_an_answer_to_an_address_for_answers() {
        slack.respondOnce("auth.test", respondAndClose("{\"ok\":true}"));

        api.call(ApiMethod.AUTH_TEST, Map.of());

        assertThat(api.postToResponseUrl(slack.url("/hooks/1").toString(), "{\"text\":\"hello\"}"))
                .isTrue();
    }

    private static MockResponse respondAndClose(String body) {
        return new MockResponse.Builder()
                .body(body)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }
}
