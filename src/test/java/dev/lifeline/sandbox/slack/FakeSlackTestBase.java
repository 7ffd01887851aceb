package dev.lifeline.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Starts a fake Slack on a free port for each test, with a clock that the test sets and a plain HTTP client. */
abstract class FakeSlackTestBase {

    static final String INCIDENT_CHANNEL = "C0INCIDENT42";

    final SettableClock clock = new SettableClock();
    FakeSlack slack;
    FakeSlackClient client;

    @BeforeEach
    void open() throws IOException {
        slack = FakeSlack.start(SlackOptions.onPort(0).withClock(clock));
        client = new FakeSlackClient(slack.url());
    }

    @AfterEach
    void close() {
        slack.close();
    }

    JsonNode act(String person, Map<String, ?> action) {
        Map<String, Object> request = new HashMap<>(action);
        request.put("person", person);
        request.putIfAbsent("channel", "incident-42");
        return client.act(request);
    }

    String callExpectingError(String method, String... fields) {
        return client.callApi(method, fields).path("error").asText();
    }

    String postMessage(String... fields) {
        return client.callApi("chat.postMessage", fields).path("ts").asText();
    }
}
