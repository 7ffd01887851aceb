package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import java.util.Iterator;
import java.util.Optional;

/**
 * How does an apology reach the person? In the acknowledgement, where Slack shows that; else by a post to the address that came along;
 * else not at all, and Slack shows its own sign of failure.
 */
final class Apologies {

    private final WebApi api;

    Apologies(WebApi api) {
        this.api = api;
    }

    /**
     * Says it, whatever it takes.
     *
     * @param otherwise the status where there is no way to say it, so that nothing is acknowledged
     */
    Response said(JsonNode payload, String words, int otherwise) {
        return inAcknowledgement(payload, words).orElseGet(() -> posted(payload, words, otherwise));
    }

    /** A command's acknowledgement is shown to the person, as is a form's. */
    Optional<Response> inAcknowledgement(JsonNode payload, String words) {
        if (payload.has("command")) return Optional.of(acknowledged(Apology.body(words)));
        boolean form = payload.path("type").asText().equals("view_submission");
        return form ? Optional.of(acknowledged(Apology.inForm(question(payload), words))) : Optional.empty();
    }

    /** Slack shows it below a question of the form, and nowhere where there is no such question. */
    private static String question(JsonNode submission) {
        Iterator<String> questions =
                submission.path("view").path("state").path("values").fieldNames();
        return questions.hasNext() ? questions.next() : DeviceForm.BLOCK;
    }

    private Response posted(JsonNode payload, String words, int otherwise) {
        String address = payload.path("response_url").asText("");
        boolean told = !address.isEmpty() && api.answer(address, Apology.body(words));
        return told ? Response.ok() : Response.error(otherwise);
    }

    private static Response acknowledged(String json) {
        return Response.ok(JsonParser.parseString(json));
    }
}
