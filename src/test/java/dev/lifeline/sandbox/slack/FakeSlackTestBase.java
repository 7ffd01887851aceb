package dev.lifeline.sandbox.slack;

import dev.lifeline.testkit.SettableClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A pretend Slack on a free port with a clock of the test's, and plain HTTP to it. */
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

    JsonNode act(String person, Map<String, ?> deed) {
        Map<String, Object> whole = new HashMap<>(deed);
        whole.put("person", person);
        whole.putIfAbsent("channel", "incident-42");
        return client.act(whole);
    }

    String callExpectingError(String method, String... fields) {
        return client.callApi(method, fields).path("error").asText();
    }

    String postMessage(String... fields) {
        return client.callApi("chat.postMessage", fields).path("ts").asText();
    }
}
