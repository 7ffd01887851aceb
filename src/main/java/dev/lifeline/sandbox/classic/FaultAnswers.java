package dev.lifeline.sandbox.classic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.web.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** What does a fault send, instead of the answer or made of it? */
final class FaultAnswers {

    private static final int HUGE = 200 * 1024 * 1024;
    private static final long DRIP_MILLIS = 100;
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=utf-8");

    private FaultAnswers() {}

    /**
     * Instead of doing anything.
     *
     * @throws ApiError for the faults that are refusals
     */
    static Answer instead(FaultKind kind, String id) {
        return switch (kind) {
            case DROP_BEFORE -> new Answer.Dropped();
            case GATEWAY_502_HTML -> html(502, "Bad Gateway");
            case GATEWAY_504 -> html(504, "Gateway Time-out");
            case INTERNAL_ERROR_200 -> Answer.json(200, Map.of("error", "Internal Error", "code", ApiError.PUBLIC));
            default -> throw refusal(kind, id);
        };
    }

    private static ApiError refusal(FaultKind kind, String id) {
        return switch (kind) {
            case UNAUTHORIZED -> Keys.denied();
            case TOKEN_EXCHANGE -> ApiError.publicly("Failed to exchange token (HTTP 500)");
            case EXPIRED_TOKEN -> Tokens.expired();
            case NOT_READY ->
                new ApiError(500, "SoftLayer_Exception_NotReady", "The object is not ready for this request yet.");
            case RATE_LIMIT ->
                new ApiError(
                        500,
                        "SoftLayer_Exception_WebService_RateLimitExceeded",
                        "Rate limit of 50 requests for every 1 second(s) exceeded.");
            case NOT_FOUND -> ApiError.notFound(id);
            case PERMISSION_DENIED -> ApiError.notPermitted();
            case OUTSTANDING_TRANSACTION ->
                ApiError.publicly("There is currently an outstanding transaction for this server.");
            default -> ApiError.publicly("Internal Error");
        };
    }

    private static Answer html(int status, String title) {
        String page = "<html><head><title>" + status + " " + title + "</title></head><body><h1>" + title
                + "</h1></body></html>";
        return Answer.of(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }

    /** Made of the answer that would have been. */
    static Answer after(FaultKind kind, Answer.Whole answer) throws IOException {
        byte[] body = answer.body();
        return switch (kind) {
            case COMMIT_THEN_DROP -> new Answer.Dropped();
            case NEVER_ENDING_BODY -> new Answer.Streamed(200, JSON, FaultAnswers::drip);
            case HUGE_BODY -> new Answer.Streamed(200, JSON, FaultAnswers::flood);
            case NOT_JSON -> html(200, "Scheduled maintenance");
            case CUT_OFF_JSON -> Answer.of(200, "application/json", Arrays.copyOf(body, body.length / 2));
            case EMPTY_BODY -> Answer.of(200, "application/json", new byte[0]);
            case SINGLE_OBJECT_FOR_LIST -> unwrapped(Answer.JSON.readTree(body), answer);
            default -> answer;
        };
    }

    private static Answer unwrapped(JsonNode json, Answer.Whole answer) {
        return json.isArray() && json.size() == 1
                ? new Answer.Whole(
                        answer.status(),
                        answer.headers(),
                        Answer.json(200, json.get(0)).body())
                : answer;
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        out.write('[');
        while (true) {
            out.write(' ');
            out.flush();
            Thread.sleep(DRIP_MILLIS);
        }
    }

    private static void flood(OutputStream out) throws IOException {
        byte[] piece = ("\"" + "x".repeat(1_000_000) + "\",").getBytes(StandardCharsets.US_ASCII);
        out.write('[');
        for (int sent = 0; sent < HUGE; sent += piece.length) out.write(piece);
        out.write("\"\"]".getBytes(StandardCharsets.US_ASCII));
    }
}
