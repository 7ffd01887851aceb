package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.response.Response;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.webapi.StorageUnavailableException;
import dev.lifeline.transport.HttpReply;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's endpoint in HTTP mode. Nothing of a body is parsed before its signature is verified; each signature is accepted once
 * (src/docs/platform/slack.md, section HTTP mode: signature, ssl_check, retries). At most 100 requests are parsed and processed at once,
 * eight more get the busy reply, and others are left unread. Thread-safe.
 */
public final class EventsEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(EventsEndpoint.class);
    private static final int MAX_BODY_BYTES = 1 << 20;

    /** Below the number of server threads, so that one is left for busy replies. */
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

    /**
     * Handles one request; blocks for the listeners, which store the interaction.
     *
     * @param headers names in any case
     * @return 405, 413, 401 or 400 for a request that is not accepted, 503 where it could not be stored
     */
    public HttpReply handle(String method, Map<String, String> headers, byte[] body) {
        if (!method.equals("POST")) return HttpReply.text(405, "");
        if (body.length > MAX_BODY_BYTES) return HttpReply.text(413, "");
        Map<String, String> caseInsensitive = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseInsensitive.putAll(headers);
        String signature = caseInsensitive.getOrDefault("X-Slack-Signature", "");
        String timestamp = caseInsensitive.getOrDefault("X-Slack-Request-Timestamp", "");
        boolean valid = requestVerifier.isValid(signature, timestamp, body, clock.instant());
        if (!valid && requestVerifier.isOutOfTime(signature, timestamp, body, clock.instant()))
            LOG.warn("Slack request dropped: signed more than 5 minutes from now, or the clock is off");
        return valid ? handleVerified(signature, body) : HttpReply.text(401, "");
    }

    /** A body is parsed once it is known that its request may be processed, or answered as busy. */
    private HttpReply handleVerified(String signature, byte[] body) {
        try {
            return withPermit(requestPermits, () -> withPayload(body, payload -> handlePayload(signature, payload)))
                    .or(() -> withPermit(
                            busyReplyPermits, () -> withPayload(body, payload -> toHttpResponse(replyBusy(payload)))))
                    .orElseGet(() -> HttpReply.text(503, ""));
        } catch (RuntimeException e) {
            LOG.error("Slack request not stored", e);
            return HttpReply.text(503, "");
        }
    }

    private HttpReply withPayload(byte[] body, Function<JsonNode, HttpReply> handler) {
        return PayloadParser.parse(body, json).map(handler).orElse(HttpReply.text(400, ""));
    }

    private HttpReply handlePayload(String signature, JsonNode payload) {
        try {
            SeenSignatures.Mark mark = stored(() -> seenSignatures.mark(signature));
            return payload.has("command") ? handleCommand(mark, payload) : handleOnce(mark, signature, payload);
        } catch (StorageUnavailableException e) {
            return toHttpResponse(dispatcher.replyStorageUnavailable(payload, e));
        }
    }

    /**
     * The signature shares the commit of the interaction, which a copy does not change: its id is that of the original. Where the
     * signature cannot be recorded, a response with words says already that the interaction was not.
     */
    private HttpReply handleCommand(SeenSignatures.Mark mark, JsonNode payload) {
        HttpReply response = respond(payload);
        try {
            return mark.isCopy() ? HttpReply.text(401, "") : response;
        } catch (RuntimeException e) {
            if (response.body().isEmpty()) throw new StorageUnavailableException(e);
            return response;
        }
    }

    /** What is opened or answered at once has no copies. A request that was not processed may be delivered again with the same bytes. */
    private HttpReply handleOnce(SeenSignatures.Mark mark, String signature, JsonNode payload) {
        if (stored(mark::isCopy)) return HttpReply.text(401, "");
        HttpReply response = respond(payload);
        if (response.status() >= 500) seenSignatures.forget(signature);
        return response;
    }

    private HttpReply respond(JsonNode payload) {
        if (payload.path("ssl_check").asText().equals("1")) return HttpReply.text(200, "");
        if (payload.path("type").asText().equals("url_verification"))
            return HttpReply.text(200, payload.path("challenge").asText());
        return toHttpResponse(dispatcher.dispatch(payload));
    }

    private static <T> T stored(Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException e) {
            throw new StorageUnavailableException(e);
        }
    }

    private Response replyBusy(JsonNode payload) {
        return dispatcher.busyAcknowledgement(payload).orElseGet(() -> dispatcher.replyBusy(payload));
    }

    /** Runs the supplier; empty where all permits are taken. */
    private static Optional<HttpReply> withPermit(Semaphore permits, Supplier<HttpReply> reply) {
        if (!permits.tryAcquire()) return Optional.empty();
        try {
            return Optional.of(reply.get());
        } finally {
            permits.release();
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
