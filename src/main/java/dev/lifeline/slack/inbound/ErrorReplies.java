package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import dev.lifeline.slack.modal.ShortcutModal;
import dev.lifeline.slack.webapi.WebApi;
import java.util.Iterator;
import java.util.Optional;

/**
 * How does an apology reach the person? In the acknowledgement, where Slack shows that; else by a post to the address that came along;
 * else not at all, and Slack shows its own sign of failure.
 */
public final class ErrorReplies {

    private final WebApi api;

    public ErrorReplies(WebApi api) {
        this.api = api;
    }

    /**
     * Says it, whatever it takes.
     *
     * @param otherwise the status where there is no way to say it, so that nothing is acknowledged
     */
    Response send(JsonNode payload, String words, int otherwise) {
        return asAcknowledgement(payload, words).orElseGet(() -> postToResponseUrl(payload, words, otherwise));
    }

    /** A command's acknowledgement is shown to the person, as is a form's. */
    Optional<Response> asAcknowledgement(JsonNode payload, String words) {
        if (payload.has("command")) return Optional.of(acknowledgement(ErrorReplyTexts.ephemeralBody(words)));
        boolean form = payload.path("type").asText().equals("view_submission");
        return form
                ? Optional.of(acknowledgement(ErrorReplyTexts.modalErrors(inputBlockId(payload), words)))
                : Optional.empty();
    }

    /** Slack shows it below a question of the form, and nowhere where there is no such question. */
    private static String inputBlockId(JsonNode submission) {
        Iterator<String> questions =
                submission.path("view").path("state").path("values").fieldNames();
        return questions.hasNext() ? questions.next() : ShortcutModal.BLOCK_ID;
    }

    private Response postToResponseUrl(JsonNode payload, String words, int otherwise) {
        String address = payload.path("response_url").asText("");
        boolean told = !address.isEmpty() && api.postToResponseUrl(address, ErrorReplyTexts.ephemeralBody(words));
        return told ? Response.ok() : Response.error(otherwise);
    }

    private static Response acknowledgement(String json) {
        return Response.ok(JsonParser.parseString(json));
    }
}
