package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.lifeline.slack.blockkit.TextSanitizer;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.StorageUnavailableException;
import dev.lifeline.slack.webapi.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches one verified delivery of Slack to Bolt's listeners and returns the acknowledgement. Payloads of other workspaces or apps are
 * rejected, several actions are dispatched one by one, and every failure becomes an error reply (promise P2). Does what the listeners do
 * on the calling thread; thread-safe.
 */
public final class DeliveryDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDispatcher.class);

    private static final int STATUS_UNAVAILABLE = 503;

    /** Slack's errors for a trigger that was over, in its documentation and in earlier years. */
    private static final Set<String> EXPIRED_TRIGGER_CODES =
            Set.of("expired_trigger_id", "invalid_trigger_id", "trigger_expired");

    /** Slack's error for a trigger that has opened a form: the delivery is a copy of one that was answered. */
    private static final String EXCHANGED_TRIGGER_CODE = "exchanged_trigger_id";

    /** What Slack sends to an app over 30,000 events an hour (https://docs.slack.dev/reference/events/app_rate_limited). */
    private static final String RATE_LIMIT_NOTICE = "app_rate_limited";

    /** Maximum number of actions of one payload; each is dispatched with a copy of the payload. */
    private static final int MAX_ACTIONS = 10;

    private static final Set<String> PAYLOAD_TYPES = Set.of(
            "block_actions",
            "block_suggestion",
            "event_callback",
            "message_action",
            "shortcut",
            "view_closed",
            "view_submission");

    private final App app;
    private final SlackRequestParser parser;
    private final Workspaces workspaces;
    private final Optional<Supplier<String>> installUrl;
    private final ErrorReplies errorReplies;

    /** @param installUrl where the bot is installed in a workspace; empty where it serves its own alone */
    public DeliveryDispatcher(
            App app, Workspaces workspaces, ErrorReplies errorReplies, Optional<Supplier<String>> installUrl) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.workspaces = workspaces;
        this.installUrl = installUrl;
        this.errorReplies = errorReplies;
    }

    /**
     * Returns the acknowledgement. A status other than 200 means that the delivery is not acknowledged: Slack shows an error to the
     * person, or delivers an event again.
     */
    Response dispatch(JsonNode payload) {
        try {
            Optional<String> receiver = workspaces.receiver(payload);
            if (receiver.isEmpty()) return rejectForeignPayload(payload);
            if (payload.path("type").asText().equals(RATE_LIMIT_NOTICE)) return acknowledgeRateLimitNotice();
            Response last = Response.ok();
            for (JsonNode single : splitActions(ScopedPayload.of(receiver.get(), payload)))
                last = dispatchSingle(single);
            return last;
        } catch (StorageUnavailableException e) {
            return replyStorageUnavailable(payload, e);
        } catch (SlackCallException e) {
            return replySlackFailed(payload, e);
        } catch (RuntimeException e) { // thrown while the payload is parsed, by Bolt or by the mapper
            return replyMalformed(payload, e);
        } catch (Throwable e) { // an Error that escaped would end one of the SDK's reader tasks
            return replyInternalError(payload, e);
        }
    }

    /** The busy reply, where it can be given in the acknowledgement. An event is not acknowledged, so that Slack delivers it again. */
    Optional<Response> busyAcknowledgement(JsonNode payload) {
        LOG.warn("Delivery rejected as busy, type {}", payloadType(payload));
        if (payload.has("event")) return Optional.of(Response.error(STATUS_UNAVAILABLE));
        return errorReplies.asAcknowledgement(
                payload, errorReplies.texts(payload).busy());
    }

    /** Posts the busy reply to the response URL; blocks for one call. */
    Response replyBusy(JsonNode payload) {
        return errorReplies.send(payload, errorReplies.texts(payload).busy(), STATUS_UNAVAILABLE);
    }

    private Response dispatchSingle(JsonNode payload) throws Exception {
        if (!isKnownType(payload)) return replyUnhandled(payload);
        Request<?> request = payload.has("command") ? SlashCommandParser.parse(payload) : parse(payload);
        Response response = request == null ? Response.error(404) : app.run(request);
        return response != null && response.getStatusCode() == 200 ? response : replyUnhandled(payload);
    }

    private @Nullable Request<?> parse(JsonNode payload) {
        return parser.parse(SlackRequestParser.HttpRequest.builder()
                .socketMode(true)
                .requestUri("")
                .remoteAddress("")
                .queryString(Map.of())
                .requestBody(SdkPayload.reduce(payload).toString())
                .headers(new RequestHeaders(Map.of()))
                .build());
    }

    /** Bolt's parser logs whole payloads of unknown types. */
    private static boolean isKnownType(JsonNode payload) {
        return payload.has("command")
                || PAYLOAD_TYPES.contains(payload.path("type").asText());
    }

    /** Bolt dispatches no payload with several actions (src/docs/platform/slack.md, section Dispatch details that bite). */
    private static List<JsonNode> splitActions(JsonNode payload) {
        JsonNode actions = payload.path("actions");
        if (actions.size() < 2) return List.of(payload);
        if (actions.size() > MAX_ACTIONS)
            throw new IllegalArgumentException("more than " + MAX_ACTIONS + " actions in one payload");
        return Stream.of(actions)
                .flatMap(JsonNode::valueStream)
                .map(action -> withSingleAction(action, payload))
                .toList();
    }

    private static JsonNode withSingleAction(JsonNode action, JsonNode payload) {
        ObjectNode single = payload.deepCopy();
        single.putArray("actions").add(action);
        return single;
    }

    /** The notice has no event inside, and no listener can be registered for it. */
    private static Response acknowledgeRateLimitNotice() {
        LOG.warn("Slack limits the events of this app: mentions of the last minute may be missing");
        return Response.ok();
    }

    private Response rejectForeignPayload(JsonNode payload) {
        LOG.warn("Payload of another workspace or app rejected, type {}", payloadType(payload));
        ErrorReplyTexts texts = errorReplies.texts(payload);
        String text = installUrl.map(url -> texts.notInstalled(url.get())).orElseGet(texts::wrongWorkspace);
        return reply(payload, text, 403);
    }

    private Response replyUnhandled(JsonNode payload) {
        LOG.warn("No listener for Slack payload type {}", payloadType(payload));
        ErrorReplyTexts texts = errorReplies.texts(payload);
        return reply(payload, payload.has("command") ? texts.unknownCommand() : texts.unknownClick(), 404);
    }

    /** Rejects an event for good, because it would be malformed again. The payload is not logged. */
    private Response replyMalformed(JsonNode payload, RuntimeException cause) {
        LOG.warn(
                "Malformed Slack payload, type {} ({})",
                payloadType(payload),
                cause.getClass().getSimpleName());
        return payload.has("event")
                ? Response.error(400)
                : reply(payload, errorReplies.texts(payload).malformed(), 400);
    }

    /** The database is away, slow or full; blocks for one call at most. */
    Response replyStorageUnavailable(JsonNode payload, RuntimeException cause) {
        String incident = newIncident(payload, cause);
        if (payload.has("event")) return Response.error(STATUS_UNAVAILABLE); // Slack delivers events again
        return reply(payload, errorReplies.texts(payload).storageUnavailable(incident), STATUS_UNAVAILABLE);
    }

    /** Opening a form failed, or asking Slack who the bot is; nothing of it is about storage. An event is delivered again. */
    private Response replySlackFailed(JsonNode payload, SlackCallException failure) {
        if (EXPIRED_TRIGGER_CODES.contains(failure.code())) return replyTriggerExpired(payload);
        if (failure.code().equals(EXCHANGED_TRIGGER_CODE)) return Response.ok();
        String incident = newIncident(payload, failure);
        if (payload.has("event")) return Response.error(STATUS_UNAVAILABLE);
        ErrorReplyTexts texts = errorReplies.texts(payload);
        String text = failure.errorKind().mayPass() ? texts.slackUnavailable(incident) : texts.refusedBySlack(incident);
        return reply(payload, text, STATUS_UNAVAILABLE);
    }

    private Response replyTriggerExpired(JsonNode payload) {
        LOG.warn("Trigger expired before the form was opened, type {}", payloadType(payload));
        return reply(payload, errorReplies.texts(payload).triggerExpired(), 500);
    }

    private Response replyInternalError(JsonNode payload, Throwable cause) {
        String incident = newIncident(payload, cause);
        if (payload.has("event")) return Response.error(500); // Slack delivers events again
        return reply(payload, errorReplies.texts(payload).internalError(incident), 500);
    }

    /** The number that the person is told, and the operator finds in the log. */
    private static String newIncident(JsonNode payload, Throwable cause) {
        String incident = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        LOG.error("Incident {}: Slack payload not processed, type {}", incident, payloadType(payload), cause);
        return incident;
    }

    private Response reply(JsonNode payload, String text, int fallbackStatus) {
        return payload.has("event") ? Response.ok() : errorReplies.send(payload, text, fallbackStatus);
    }

    private static String payloadType(JsonNode payload) {
        if (payload.has("command")) return "slash command";
        return TextSanitizer.sanitizeLine(
                payload.path("event").path("type").asText(payload.path("type").asText("payload")));
    }
}
