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
        return valid ? handleVerified(signature, body) : HttpReply.text(401, "");
    }

    /** A request that was not processed may be delivered again with the same bytes, so its signature is forgotten. */
    private HttpReply handleVerified(String signature, byte[] body) {
        try {
            if (!markSeen(signature)) return HttpReply.text(401, "");
            HttpReply response = handlePayload(body);
            if (response.status() >= 500) seenSignatures.forget(signature);
            return response;
        } catch (StorageUnavailableException e) {
            return PayloadParser.parse(body, json)
                    .map(payload -> toHttpResponse(dispatcher.replyStorageUnavailable(payload, e)))
                    .orElse(HttpReply.text(503, ""));
        } catch (RuntimeException e) {
            LOG.error("Slack request not stored", e);
            return HttpReply.text(503, "");
        }
    }

    private boolean markSeen(String signature) {
        try {
            return seenSignatures.markSeen(signature);
        } catch (RuntimeException e) {
            throw new StorageUnavailableException(e);
        }
    }

    /** A body is parsed once it is known that its request may be processed, or answered as busy. */
    private HttpReply handlePayload(byte[] body) {
        return withPermit(requestPermits, () -> parseAndHandle(body, dispatcher::dispatch))
                .or(() -> withPermit(busyReplyPermits, () -> parseAndHandle(body, this::replyBusy)))
                .orElseGet(() -> HttpReply.text(503, ""));
    }

    private HttpReply parseAndHandle(byte[] body, Function<JsonNode, Response> handler) {
        Optional<JsonNode> payload = PayloadParser.parse(body, json);
        if (payload.isEmpty()) return HttpReply.text(400, "");
        JsonNode read = payload.get();
        if (read.path("ssl_check").asText().equals("1")) return HttpReply.text(200, "");
        if (read.path("type").asText().equals("url_verification"))
            return HttpReply.text(200, read.path("challenge").asText());
        return toHttpResponse(handler.apply(read));
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
