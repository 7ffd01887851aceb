package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.slack.modal.PickerModal;
import dev.lifeline.slack.webapi.WebApi;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows an error to the person who caused a delivery: in the acknowledgement, where Slack shows that, else by a post to the response URL.
 * Where there is neither, the delivery is not acknowledged and Slack shows its own error. Thread-safe.
 */
public final class ErrorReplies {

    private final WebApi api;
    private final SlackUsers users;
    private final Locale workspaceLanguage;

    /** @param workspaceLanguage for people of whom nothing is known */
    public ErrorReplies(WebApi api, SlackUsers users, Locale workspaceLanguage) {
        this.api = api;
        this.users = users;
        this.workspaceLanguage = workspaceLanguage;
    }

    /** The texts for the person who caused a delivery, as far as their language is remembered: nobody is asked for it now. */
    ErrorReplyTexts texts(JsonNode payload) {
        String id =
                payload.path("user_id").asText(payload.path("user").path("id").asText(""));
        return ErrorReplyTexts.in(
                SlackUserId.parse(id).flatMap(users::rememberedLocale).orElse(workspaceLanguage));
    }

    /**
     * Replies by the first available means; blocks for one call (8 s at most) where it is the response URL.
     *
     * @param fallbackStatus status where neither is available, so that the delivery is not acknowledged
     */
    Response send(JsonNode payload, String text, int fallbackStatus) {
        return asAcknowledgement(payload, text).orElseGet(() -> postToResponseUrl(payload, text, fallbackStatus));
    }

    /** The reply as an acknowledgement: Slack shows it for slash commands and for submissions of a modal. */
    Optional<Response> asAcknowledgement(JsonNode payload, String text) {
        if (payload.has("command")) return Optional.of(acknowledgement(ErrorReplyTexts.ephemeralBody(text)));
        boolean form = payload.path("type").asText().equals("view_submission");
        return form
                ? Optional.of(acknowledgement(ErrorReplyTexts.modalErrors(inputBlockId(payload), text)))
                : Optional.empty();
    }

    /** Slack shows an error below an input block, and not at all for an unknown block id. */
    private static String inputBlockId(JsonNode submission) {
        Iterator<String> blockIds =
                submission.path("view").path("state").path("values").fieldNames();
        return blockIds.hasNext() ? blockIds.next() : PickerModal.PICKED;
    }

    private Response postToResponseUrl(JsonNode payload, String text, int fallbackStatus) {
        String address = payload.path("response_url").asText("");
        boolean sent = !address.isEmpty() && api.postToResponseUrl(address, ErrorReplyTexts.ephemeralBody(text));
        return sent ? Response.ok() : Response.error(fallbackStatus);
    }

    private static Response acknowledgement(JsonNode body) {
        return Response.ok(JsonParser.parseString(body.toString()));
    }
}
