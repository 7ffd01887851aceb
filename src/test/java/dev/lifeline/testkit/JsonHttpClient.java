package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** JSON over HTTP, for the routes of the sandbox. */
final class JsonHttpClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    JsonNode get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    JsonNode post(String url, Map<String, Object> body) {
        return send(postRequest(url, body).build());
    }

    /** Posts with a token in the header, the only place where Slack reads it beside JSON. */
    JsonNode post(String url, String token, Map<String, Object> body) {
        return send(postRequest(url, body)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private HttpRequest.Builder postRequest(String url, Map<String, Object> body) {
        try {
            return HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return json.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
