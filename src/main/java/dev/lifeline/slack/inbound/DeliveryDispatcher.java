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
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is answered to one delivery that came by socket or, verified, by HTTP? Lets in only what is for this bot, one action at a
 * time, and turns whatever goes wrong into an answer: whoever asked always learns something.
 */
public final class DeliveryDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDispatcher.class);

    private static final int STATUS_UNAVAILABLE = 503;

    /** More than one is rare; each is a whole payload of its own here. */
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
    private final WorkspaceResolver workspaceResolver;
    private final ErrorReplies errorReplies;

    public DeliveryDispatcher(App app, WorkspaceResolver workspaceResolver, ErrorReplies errorReplies) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.workspaceResolver = workspaceResolver;
        this.errorReplies = errorReplies;
    }

    /** Answers it. A status other than 200 means: do not acknowledge, so that Slack says so or delivers again. */
    Response dispatch(JsonNode payload) {
        try {
            if (!workspaceResolver.identity().matches(payload)) return rejectForeignPayload(payload);
            Response last = Response.ok();
            for (JsonNode single : splitActions(payload)) last = dispatchSingle(single);
            return last;
        } catch (StorageUnavailableException | SlackCallException ours) {
            return replyInternalError(payload, ours);
        } catch (RuntimeException shapeless) { // all that is left is reading: Bolt's parsers, and ours
            return replyMalformed(payload, shapeless);
        } catch (Throwable anything) { // an Error that escaped would cost the socket one of its readers (slack.md 2.2)
            return replyInternalError(payload, anything);
        }
    }

    /**
     * What is said to a delivery that there is no room for, where it can be said at once: in the acknowledgement. An event is left to
     * come again.
     */
    Optional<Response> busyAcknowledgement(JsonNode payload) {
        LOG.warn("Turned away a {}: too many at once, or about to stop", payloadType(payload));
        if (payload.has("event")) return Optional.of(Response.error(STATUS_UNAVAILABLE));
        return errorReplies.asAcknowledgement(payload, ErrorReplyTexts.busy());
    }

    /** The same where it takes a post to say so, and a moment. */
    Response replyBusy(JsonNode payload) {
        return errorReplies.send(payload, ErrorReplyTexts.busy(), STATUS_UNAVAILABLE);
    }

    private Response dispatchSingle(JsonNode payload) throws Exception {
        if (!isKnownType(payload)) return replyUnhandled(payload);
        Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                .socketMode(true)
                .requestUri("")
                .remoteAddress("")
                .queryString(Map.of())
                .requestBody(payload.toString())
                .headers(new RequestHeaders(Map.of()))
                .build());
        Response response = request == null ? Response.error(404) : app.run(request);
        return response != null && response.getStatusCode() == 200 ? response : replyUnhandled(payload);
    }

    /** Bolt's parser writes whole payloads of other kinds into the log. */
    private static boolean isKnownType(JsonNode payload) {
        return payload.has("command")
                || PAYLOAD_TYPES.contains(payload.path("type").asText());
    }

    /** Bolt dispatches nothing of a payload with several actions (slack.md 2.9). */
    private static List<JsonNode> splitActions(JsonNode payload) {
        JsonNode actions = payload.path("actions");
        if (actions.size() < 2) return List.of(payload);
        if (actions.size() > MAX_ACTIONS) throw new IllegalArgumentException("nobody presses so many buttons at once");
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

    private Response rejectForeignPayload(JsonNode payload) {
        LOG.warn("Refused a {} of another workspace or app", payloadType(payload));
        return reply(payload, ErrorReplyTexts.wrongWorkspace(), 403);
    }

    private Response replyUnhandled(JsonNode payload) {
        LOG.warn("Nobody listens to a {}", payloadType(payload));
        String what = payload.has("command") ? "this command" : "what you pressed";
        return reply(payload, ErrorReplyTexts.unhandled(what), 404);
    }

    /** Delivered again it would be the same, so an event is refused for good. What was in it is not for the log. */
    private Response replyMalformed(JsonNode payload, RuntimeException why) {
        LOG.warn(
                "A {} makes no sense ({})", payloadType(payload), why.getClass().getSimpleName());
        return payload.has("event") ? Response.error(400) : reply(payload, ErrorReplyTexts.malformed(), 400);
    }

    private Response replyInternalError(JsonNode payload, Throwable cause) {
        String incident = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        LOG.error("Incident {}: a {} was not taken in", incident, payloadType(payload), cause);
        if (payload.has("event")) return Response.error(500); // Slack delivers events again
        return reply(payload, ErrorReplyTexts.internalError(incident), 500);
    }

    private Response reply(JsonNode payload, String words, int otherwise) {
        return payload.has("event") ? Response.ok() : errorReplies.send(payload, words, otherwise);
    }

    private static String payloadType(JsonNode payload) {
        if (payload.has("command")) return "slash command";
        return TextSanitizer.sanitizeLine(
                payload.path("event").path("type").asText(payload.path("type").asText("payload")));
    }
}
