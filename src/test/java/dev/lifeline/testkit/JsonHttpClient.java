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
public final class JsonHttpClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    public JsonNode get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    public JsonNode post(String url, Map<String, Object> body) {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
