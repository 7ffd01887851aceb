package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.response.Response;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.transport.HttpReply;
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
public final class EventsEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(EventsEndpoint.class);
    private static final int MAX_BODY_BYTES = 1 << 20;

    /** Below the number of threads that the server has, so that there is always one to say that there is no room. */
    private static final int MAX_CONCURRENT_REQUESTS = 100;

    private static final int MAX_CONCURRENT_BUSY_REPLIES = 8;

    private final RequestVerifier requestVerifier;
    private final SeenSignatures seenSignatures;
    private final DeliveryDispatcher dispatcher;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Semaphore requestPermits = new Semaphore(MAX_CONCURRENT_REQUESTS);
    private final Semaphore busyReplyPermits = new Semaphore(MAX_CONCURRENT_BUSY_REPLIES);

    public EventsEndpoint(
            RequestVerifier requestVerifier,
            SeenSignatures seenSignatures,
            DeliveryDispatcher dispatcher,
            ObjectMapper json,
            InstantSource clock) {
        this.requestVerifier = requestVerifier;
        this.seenSignatures = seenSignatures;
        this.dispatcher = dispatcher;
        this.json = json;
        this.clock = clock;
    }

    public HttpReply handle(String method, Map<String, String> headers, byte[] body) {
        if (!method.equals("POST")) return HttpReply.text(405, "");
        if (body.length > MAX_BODY_BYTES) return HttpReply.text(413, "");
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        String signed = anyCase.getOrDefault("X-Slack-Signature", "");
        String timestamp = anyCase.getOrDefault("X-Slack-Request-Timestamp", "");
        boolean genuine = requestVerifier.isValid(signed, timestamp, body, clock.instant());
        return genuine ? handleVerified(signed, body) : HttpReply.text(401, "");
    }

    /** What could not be taken in may come again, byte for byte. */
    private HttpReply handleVerified(String signed, byte[] body) {
        try {
            if (!seenSignatures.markSeen(signed)) return HttpReply.text(401, "");
            HttpReply answer = handlePayload(body);
            if (answer.status() >= 500) seenSignatures.forget(signed);
            return answer;
        } catch (RuntimeException unwritable) {
            LOG.error("A request could not be taken in", unwritable);
            return HttpReply.text(503, "");
        }
    }

    private HttpReply handlePayload(byte[] body) {
        Optional<JsonNode> payload = PayloadParser.parse(body, json);
        if (payload.isEmpty()) return HttpReply.text(400, "");
        JsonNode read = payload.get();
        if (read.path("ssl_check").asText().equals("1")) return HttpReply.text(200, "");
        if (read.path("type").asText().equals("url_verification"))
            return HttpReply.text(200, read.path("challenge").asText());
        return toHttpResponse(
                withPermit(requestPermits, () -> dispatcher.dispatch(read)).orElseGet(() -> replyBusy(read)));
    }

    private Response replyBusy(JsonNode payload) {
        return dispatcher
                .busyAcknowledgement(payload)
                .or(() -> withPermit(busyReplyPermits, () -> dispatcher.replyBusy(payload)))
                .orElseGet(() -> Response.error(503));
    }

    /** Empty where there is no room. */
    private static Optional<Response> withPermit(Semaphore requestPermits, Supplier<Response> answer) {
        if (!requestPermits.tryAcquire()) return Optional.empty();
        try {
            return Optional.of(answer.get());
        } finally {
            requestPermits.release();
        }
    }

    private static HttpReply toHttpResponse(Response response) {
        String body = Optional.ofNullable(response.getBody()).orElse("");
        String type = Optional.ofNullable(response.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("application/json") && !body.isEmpty()
                ? HttpReply.json(response.getStatusCode(), body)
                : HttpReply.text(response.getStatusCode(), body);
    }
}
