package dev.lifeline.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain HTTP client of the fake Slack. */
final class FakeSlackClient {

    static final String BOT_TOKEN = "xoxb-sandbox-lifeline-bot-token";
    static final String APP_TOKEN = "xapp-sandbox-lifeline-app-token";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;

    FakeSlackClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Calls the Web API with the bot token and form fields. */
    JsonNode callApi(String method, String... fields) {
        return parseJson(callApiRaw(method, BOT_TOKEN, fields));
    }

    HttpResponse<String> callApiRaw(String method, String token, String... fields) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/api/" + method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(formBody(fields)))
                .build();
        return send(request);
    }

    /** Calls the Web API with the fields in the query, which is a packet less than a form. */
    HttpResponse<String> callApiByGet(String method, String token, String... fields) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + "/api/" + method + "?" + formBody(fields)))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Calls the Web API with a JSON body. */
    JsonNode callApiJson(String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/api/" + method))
                .header("Authorization", "Bearer " + BOT_TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return parseJson(send(request));
    }

    private static String formBody(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(urlEncode(fields[i]))
                    .append('=')
                    .append(urlEncode(fields[i + 1]));
        }
        return form.toString();
    }

    private static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode act(Map<String, ?> action) {
        return parseJson(post("/sandbox/act", action));
    }

    JsonNode injectFault(Map<String, ?> fault) {
        return parseJson(post("/sandbox/faults", fault));
    }

    HttpResponse<String> post(String path, Object body) {
        try {
            String url = path.startsWith("http") ? path : baseUrl + path;
            return send(HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    JsonNode visibleTo(String person, String channel) {
        return get("/sandbox/sees", Map.of("person", person, "channel", channel));
    }

    JsonNode get(String path, Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(field -> urlEncode(field.getKey()) + "=" + urlEncode(field.getValue()))
                .collect(Collectors.joining("&"));
        return parseJson(send(HttpRequest.newBuilder(URI.create(baseUrl + path + "?" + encoded))
                .build()));
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + path)).DELETE().build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode parseJson(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }
}
