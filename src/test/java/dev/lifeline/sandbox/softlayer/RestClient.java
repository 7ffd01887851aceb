package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain HTTP client of the fake SoftLayer, independent of the product's. */
final class RestClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String authorization;

    private RestClient(String url, String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    static RestClient forBotUser(FakeSoftLayer softLayer) {
        return new RestClient(softLayer.url(), basic("lifeline", "sandbox-lifeline-api-key"));
    }

    /** Returns a client with the credentials of another user of the default account. */
    RestClient as(String name) {
        return new RestClient(url, basic("307608_" + name + "@example.com", "sandbox-" + name + "-api-key"));
    }

    RestClient withAuthorization(String header) {
        return new RestClient(url, header);
    }

    static String basic(String user, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** A response and its status. */
    record RestResponse(int status, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(response.body(), e);
            }
        }

        String error() {
            return json().path("error").asText();
        }

        String errorCode() {
            return json().path("code").asText();
        }

        String totalItems() {
            return response.headers().firstValue("softlayer-total-items").orElse("none");
        }
    }

    RestResponse get(String path) {
        return send("GET", "/rest/v3.1/" + path, "");
    }

    RestResponse get(String path, Map<String, String> query) {
        return get(path + "?"
                + query.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    RestResponse getWithMask(String path, String mask) {
        return get(path, Map.of("objectMask", mask));
    }

    RestResponse post(String path, String parameters) {
        return send("POST", "/rest/v3.1/" + path, "{\"parameters\":" + parameters + "}");
    }

    RestResponse controlCall(String method, String path, String body) {
        return send(method, "/sandbox/" + path, body);
    }

    RestResponse send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new RestResponse(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns one device of {@code GET /sandbox/devices}. */
    JsonNode deviceState(String name) {
        for (JsonNode device : controlCall("GET", "devices", "").json())
            if (device.path("name").asText().equals(name)) return device;
        throw new AssertionError("no device " + name);
    }
}
