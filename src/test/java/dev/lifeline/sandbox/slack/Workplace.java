package dev.lifeline.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A pretend Slack on a free port with a clock of the test's, and plain HTTP to it. */
abstract class Workplace {

    static final String INCIDENT = "C0INCIDENT42";

    final SettableClock clock = new SettableClock();
    PretendSlack slack;
    Http http;

    @BeforeEach
    void open() throws IOException {
        slack = PretendSlack.start(SlackOptions.onPort(0).withClock(clock));
        http = new Http(slack.url());
    }

    @AfterEach
    void shut() {
        slack.close();
    }

    JsonNode act(String person, Map<String, ?> deed) {
        Map<String, Object> whole = new HashMap<>(deed);
        whole.put("person", person);
        whole.putIfAbsent("channel", "incident-42");
        return http.act(whole);
    }

    String error(String method, String... fields) {
        return http.api(method, fields).path("error").asText();
    }

    String posted(String... fields) {
        return http.api("chat.postMessage", fields).path("ts").asText();
    }
}
