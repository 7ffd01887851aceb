package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.response.Response;
import dev.lifeline.command.Replays;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered to a request at Slack's endpoint? Nothing in it is read before its signature holds. */
final class HttpLine {

    private static final Logger log = LoggerFactory.getLogger(HttpLine.class);
    private static final int LONGEST = 1 << 20;

    /** Below the number of threads that the server has, so that there is always one to say that there is no room. */
    private static final int AT_ONCE = 100;

    private static final int APOLOGIES_AT_ONCE = 8;

    private final Signature signature;
    private final Replays replays;
    private final Doorstep doorstep;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Semaphore apologizing = new Semaphore(APOLOGIES_AT_ONCE);

    HttpLine(Signature signature, Replays replays, Doorstep doorstep, ObjectMapper json, InstantSource clock) {
        this.signature = signature;
        this.replays = replays;
        this.doorstep = doorstep;
        this.json = json;
        this.clock = clock;
    }

    HttpAnswer answer(String method, Map<String, String> headers, byte[] body) {
        if (!method.equals("POST")) return HttpAnswer.text(405, "");
        if (body.length > LONGEST) return HttpAnswer.text(413, "");
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        String signed = anyCase.getOrDefault("X-Slack-Signature", "");
        String timestamp = anyCase.getOrDefault("X-Slack-Request-Timestamp", "");
        boolean genuine = signature.holds(signed, timestamp, body, clock.instant());
        return genuine ? verified(signed, body) : HttpAnswer.text(401, "");
    }

    /** What could not be taken in may come again, byte for byte. */
    private HttpAnswer verified(String signed, byte[] body) {
        try {
            if (!replays.first(signed)) return HttpAnswer.text(401, "");
            HttpAnswer answer = read(body);
            if (answer.status() >= 500) replays.forget(signed);
            return answer;
        } catch (RuntimeException unwritable) {
            log.error("A request could not be taken in", unwritable);
            return HttpAnswer.text(503, "");
        }
    }

    private HttpAnswer read(byte[] body) {
        Optional<JsonNode> payload = HttpBody.payload(body, json);
        if (payload.isEmpty()) return HttpAnswer.text(400, "");
        JsonNode read = payload.get();
        if (read.path("ssl_check").asText().equals("1")) return HttpAnswer.text(200, "");
        if (read.path("type").asText().equals("url_verification"))
            return HttpAnswer.text(200, read.path("challenge").asText());
        return answered(within(room, () -> doorstep.answer(read)).orElseGet(() -> turnedAway(read)));
    }

    private Response turnedAway(JsonNode payload) {
        return doorstep.turnedAway(payload)
                .or(() -> within(apologizing, () -> doorstep.toldOff(payload)))
                .orElseGet(() -> Response.error(503));
    }

    /** Empty where there is no room. */
    private static Optional<Response> within(Semaphore room, Supplier<Response> answer) {
        if (!room.tryAcquire()) return Optional.empty();
        try {
            return Optional.of(answer.get());
        } finally {
            room.release();
        }
    }

    private static HttpAnswer answered(Response response) {
        String body = Optional.ofNullable(response.getBody()).orElse("");
        String type = Optional.ofNullable(response.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("application/json") && !body.isEmpty()
                ? HttpAnswer.json(response.getStatusCode(), body)
                : HttpAnswer.text(response.getStatusCode(), body);
    }
}
