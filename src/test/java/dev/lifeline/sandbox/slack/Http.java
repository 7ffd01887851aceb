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

/** Plain HTTP against the pretend Slack, as any program would speak it. */
final class Http {

    static final String BOT = "xoxb-sandbox-lifeline-bot-token";
    static final String APP = "xapp-sandbox-lifeline-app-token";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Http(String base) {
        this.base = base;
    }

    /** A Web API call with the bot's token and form fields. */
    JsonNode api(String method, String... fields) {
        return read(call(method, BOT, fields));
    }

    HttpResponse<String> call(String method, String token, String... fields) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/" + method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        return send(request);
    }

    /** A Web API call with a JSON body. */
    JsonNode apiJson(String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/" + method))
                .header("Authorization", "Bearer " + BOT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return read(send(request));
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(escape(fields[i]))
                    .append('=')
                    .append(escape(fields[i + 1]));
        }
        return form.toString();
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode act(Map<String, ?> deed) {
        return read(post("/sandbox/act", deed));
    }

    JsonNode fault(Map<String, ?> fault) {
        return read(post("/sandbox/faults", fault));
    }

    HttpResponse<String> post(String path, Object body) {
        try {
            String url = path.startsWith("http") ? path : base + path;
            return send(HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    JsonNode sees(String person, String channel) {
        return get("/sandbox/sees", Map.of("person", person, "channel", channel));
    }

    JsonNode get(String path, Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(field -> escape(field.getKey()) + "=" + escape(field.getValue()))
                .collect(Collectors.joining("&"));
        return read(send(
                HttpRequest.newBuilder(URI.create(base + path + "?" + encoded)).build()));
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).DELETE().build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new IllegalStateException(response.body(), notJson);
        }
    }
}
