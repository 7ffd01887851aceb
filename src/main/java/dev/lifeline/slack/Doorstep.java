package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
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
final class Doorstep {

    private static final Logger log = LoggerFactory.getLogger(Doorstep.class);

    private static final int BUSY = 503;

    /** More than one is rare; each is a whole payload of its own here. */
    private static final int MOST_ACTIONS = 10;

    private static final Set<String> KINDS = Set.of(
            "block_actions",
            "block_suggestion",
            "event_callback",
            "message_action",
            "shortcut",
            "view_closed",
            "view_submission");

    private final App app;
    private final SlackRequestParser parser;
    private final HomeSearch homes;
    private final Apologies apologies;

    Doorstep(App app, HomeSearch homes, Apologies apologies) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.homes = homes;
        this.apologies = apologies;
    }

    /** Answers it. A status other than 200 means: do not acknowledge, so that Slack says so or delivers again. */
    Response answer(JsonNode payload) {
        try {
            if (!homes.home().sent(payload)) return refused(payload);
            Response last = Response.ok();
            for (JsonNode single : oneActionEach(payload)) last = answered(single);
            return last;
        } catch (Unwritten | SlackFailure ours) {
            return failed(payload, ours);
        } catch (RuntimeException shapeless) { // all that is left is reading: Bolt's parsers, and ours
            return unreadable(payload, shapeless);
        } catch (Throwable anything) { // an Error that escaped would cost the socket one of its readers (slack.md 2.2)
            return failed(payload, anything);
        }
    }

    /**
     * What is said to a delivery that there is no room for, where it can be said at once: in the acknowledgement. An event is left to
     * come again.
     */
    Optional<Response> turnedAway(JsonNode payload) {
        log.warn("Turned away a {}: too many at once, or about to stop", kind(payload));
        if (payload.has("event")) return Optional.of(Response.error(BUSY));
        return apologies.inAcknowledgement(payload, Apology.busy());
    }

    /** The same where it takes a post to say so, and a moment. */
    Response toldOff(JsonNode payload) {
        return apologies.said(payload, Apology.busy(), BUSY);
    }

    private Response answered(JsonNode payload) throws Exception {
        if (!isOfKnownKind(payload)) return unknown(payload);
        Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                .socketMode(true)
                .requestUri("")
                .remoteAddress("")
                .queryString(Map.of())
                .requestBody(payload.toString())
                .headers(new RequestHeaders(Map.of()))
                .build());
        Response response = request == null ? Response.error(404) : app.run(request);
        return response != null && response.getStatusCode() == 200 ? response : unknown(payload);
    }

    /** Bolt's parser writes whole payloads of other kinds into the log. */
    private static boolean isOfKnownKind(JsonNode payload) {
        return payload.has("command") || KINDS.contains(payload.path("type").asText());
    }

    /** Bolt dispatches nothing of a payload with several actions (slack.md 2.9). */
    private static List<JsonNode> oneActionEach(JsonNode payload) {
        JsonNode actions = payload.path("actions");
        if (actions.size() < 2) return List.of(payload);
        if (actions.size() > MOST_ACTIONS) throw new IllegalArgumentException("nobody presses so many buttons at once");
        return Stream.of(actions)
                .flatMap(JsonNode::valueStream)
                .map(action -> only(action, payload))
                .toList();
    }

    private static JsonNode only(JsonNode action, JsonNode payload) {
        ObjectNode single = payload.deepCopy();
        single.putArray("actions").add(action);
        return single;
    }

    private Response refused(JsonNode payload) {
        log.warn("Refused a {} of another workspace or app", kind(payload));
        return said(payload, Apology.notOurs(), 403);
    }

    private Response unknown(JsonNode payload) {
        log.warn("Nobody listens to a {}", kind(payload));
        String what = payload.has("command") ? "this command" : "what you pressed";
        return said(payload, Apology.unknown(what), 404);
    }

    /** Delivered again it would be the same, so an event is refused for good. What was in it is not for the log. */
    private Response unreadable(JsonNode payload, RuntimeException why) {
        log.warn("A {} makes no sense ({})", kind(payload), why.getClass().getSimpleName());
        return payload.has("event") ? Response.error(400) : said(payload, Apology.unreadable(), 400);
    }

    private Response failed(JsonNode payload, Throwable cause) {
        String incident = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        log.error("Incident {}: a {} was not taken in", incident, kind(payload), cause);
        if (payload.has("event")) return Response.error(500); // Slack delivers events again
        return said(payload, Apology.failed(incident), 500);
    }

    private Response said(JsonNode payload, String words, int otherwise) {
        return payload.has("event") ? Response.ok() : apologies.said(payload, words, otherwise);
    }

    private static String kind(JsonNode payload) {
        if (payload.has("command")) return "slash command";
        return CleanText.line(
                payload.path("event").path("type").asText(payload.path("type").asText("payload")));
    }
}
