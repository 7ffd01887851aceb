package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.web.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The responses of faults, in place of the method's own or derived from it. */
final class FaultResponses {

    private static final int HUGE_BODY_BYTES = 200 * 1024 * 1024;
    private static final long DRIP_INTERVAL_MILLIS = 100;
    private static final Map<String, String> JSON_HEADERS = Map.of("Content-Type", "application/json; charset=utf-8");

    private FaultResponses() {}

    /**
     * Returns the response in place of carrying the call out.
     *
     * @throws SoftLayerException for the faults that are errors of the provider
     */
    static HttpResponse responseInsteadOfCall(FaultKind kind, String id) {
        return switch (kind) {
            case DROP_BEFORE -> new HttpResponse.ConnectionDropped();
            case GATEWAY_502_HTML -> htmlPage(502, "Bad Gateway");
            case GATEWAY_504 -> htmlPage(504, "Gateway Time-out");
            case INTERNAL_ERROR_200 -> HttpResponse.json(200, Map.of("error", "Internal Error", "code", SoftLayerException.PUBLIC_CODE));
            default -> throw exceptionFor(kind, id);
        };
    }

    private static SoftLayerException exceptionFor(FaultKind kind, String id) {
        return switch (kind) {
            case UNAUTHORIZED -> Authentication.accessDenied();
            case TOKEN_EXCHANGE -> SoftLayerException.publicError("Failed to exchange token (HTTP 500)");
            case EXPIRED_TOKEN -> FakeIam.tokenExpired();
            case NOT_READY ->
                new SoftLayerException(500, "SoftLayer_Exception_NotReady", "The object is not ready for this request yet.");
            case RATE_LIMIT ->
                new SoftLayerException(
                        500,
                        "SoftLayer_Exception_WebService_RateLimitExceeded",
                        "Rate limit of 50 requests for every 1 second(s) exceeded.");
            case NOT_FOUND -> SoftLayerException.notFound(id);
            case PERMISSION_DENIED -> SoftLayerException.permissionDenied();
            case OUTSTANDING_TRANSACTION ->
                SoftLayerException.publicError("There is currently an outstanding transaction for this server.");
            default -> SoftLayerException.publicError("Internal Error");
        };
    }

    private static HttpResponse htmlPage(int status, String title) {
        String page = "<html><head><title>" + status + " " + title + "</title></head><body><h1>" + title
                + "</h1></body></html>";
        return HttpResponse.of(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a response derived from the method's own. */
    static HttpResponse responseAfterCall(FaultKind kind, HttpResponse.Buffered response) throws IOException {
        byte[] body = response.body();
        return switch (kind) {
            case COMMIT_THEN_DROP -> new HttpResponse.ConnectionDropped();
            case NEVER_ENDING_BODY -> new HttpResponse.Streaming(200, JSON_HEADERS, FaultResponses::writeEndlessBody);
            case HUGE_BODY -> new HttpResponse.Streaming(200, JSON_HEADERS, FaultResponses::writeHugeBody);
            case NOT_JSON -> htmlPage(200, "Scheduled maintenance");
            case CUT_OFF_JSON -> HttpResponse.of(200, "application/json", Arrays.copyOf(body, body.length / 2));
            case EMPTY_BODY -> HttpResponse.of(200, "application/json", new byte[0]);
            case SINGLE_OBJECT_FOR_LIST -> unwrapSingleElement(HttpResponse.JSON.readTree(body), response);
            default -> response;
        };
    }

    private static HttpResponse unwrapSingleElement(JsonNode json, HttpResponse.Buffered response) {
        return json.isArray() && json.size() == 1
                ? new HttpResponse.Buffered(
                        response.status(),
                        response.headers(),
                        HttpResponse.json(200, json.get(0)).body())
                : response;
    }

    private static void writeEndlessBody(OutputStream out) throws IOException, InterruptedException {
        out.write('[');
        while (true) {
            out.write(' ');
            out.flush();
            Thread.sleep(DRIP_INTERVAL_MILLIS);
        }
    }

    private static void writeHugeBody(OutputStream out) throws IOException {
        byte[] chunk = ("\"" + "x".repeat(1_000_000) + "\",").getBytes(StandardCharsets.US_ASCII);
        out.write('[');
        for (int sent = 0; sent < HUGE_BODY_BYTES; sent += chunk.length) out.write(chunk);
        out.write("\"\"]".getBytes(StandardCharsets.US_ASCII));
    }
}
