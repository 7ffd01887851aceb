package dev.lifeline.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The fake Slack and the fake SoftLayer, which outlive every bot process, and what people do and see there. */
final class FakePlatforms implements AutoCloseable {

    static final String CHANNEL = "incident-42";

    private static final String BOT_TOKEN = "xoxb-sandbox-lifeline-bot-token";
    private static final double PROVIDER_SPEED = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final FakeSlack slack;
    private final FakeSoftLayer classic;

    FakePlatforms() {
        try {
            this.slack = FakeSlack.start(SlackOptions.onPort(0));
            this.classic =
                    FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(PROVIDER_SPEED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings with which a bot process uses these two. */
    Map<String, String> settings(String databaseUrl) {
        return new HashMap<>(Map.of(
                "SLACK_BOT_TOKEN",
                BOT_TOKEN,
                "SLACK_APP_TOKEN",
                "xapp-sandbox-lifeline-app-token",
                "SLACK_API_URL",
                slack.url() + "/api/",
                "SL_USERNAME",
                "lifeline",
                "SL_API_KEY",
                "sandbox-lifeline-api-key",
                "SL_ENDPOINT_URL",
                classic.url() + "/rest/v3.1/",
                "LIFELINE_DATABASE_URL",
                databaseUrl,
                "LIFELINE_HTTP_PORT",
                "0",
                "LIFELINE_SSH_PORT",
                Integer.toString(classic.sshPort()),
                "LIFELINE_RDP_PORT",
                Integer.toString(classic.rdpPort())));
    }

    String slackUrl() {
        return slack.url();
    }

    String classicUrl() {
        return classic.url();
    }

    /** Slack delivers to this endpoint over HTTP, signed, instead of over a socket. */
    void deliverTo(String endpoint) {
        slack.setRequestUrl(URI.create(endpoint));
    }

    /** Lets asha act in Slack; returns whether the bot acknowledged it. */
    boolean actAsAsha(String action, String value) {
        JsonNode response =
                post(slack.url() + "/sandbox/act", Map.of("person", "asha", "channel", CHANNEL, action, value));
        return response.path("acked").asBoolean();
    }

    /** The text of the modals that asha has open. */
    String openModals() {
        return get(slack.url() + "/sandbox/sees?person=asha&channel=" + CHANNEL)
                .path("views")
                .toString();
    }

    /** Everything visible to any user in any channel, and every call that the bot made. */
    String everythingVisible() {
        StringBuilder all =
                new StringBuilder(get(slack.url() + "/sandbox/calls").toString());
        JsonNode world = get(slack.url() + "/sandbox/world");
        for (String person : world.path("people").findValuesAsText("name"))
            for (JsonNode channel : world.path("channels"))
                all.append(get(slack.url() + "/sandbox/sees?person=" + person + "&channel="
                        + channel.path("name").asText()));
        return all.toString();
    }

    /** The stored password of a guest, as the account's owner reads it at the provider. */
    String providerPassword(String device) {
        String query = "?objectMask=mask%5BoperatingSystem%5Bpasswords%5Bpassword%5D%5D%5D&objectFilter="
                + URLEncoder.encode(
                        "{\"virtualGuests\":{\"hostname\":{\"operation\":\"" + device + "\"}}}",
                        StandardCharsets.UTF_8);
        String key = Base64.getEncoder()
                .encodeToString("lifeline:sandbox-lifeline-api-key".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(classic.url() + "/rest/v3.1/SoftLayer_Account/getVirtualGuests.json" + query))
                .header("Authorization", "Basic " + key)
                .build();
        return send(request).at("/0/operatingSystem/passwords/0/password").asText();
    }

    /** The messages that asha sees in the channel. */
    List<JsonNode> visibleMessages() {
        JsonNode seen = get(slack.url() + "/sandbox/sees?person=asha&channel=" + CHANNEL);
        return children(seen.path("messages")).toList();
    }

    /** The text that asha sees in the channel, one message a line. */
    String visibleText() {
        return String.join(
                "\n",
                visibleMessages().stream().flatMap(FakePlatforms::messageTexts).toList());
    }

    private static Stream<String> messageTexts(JsonNode message) {
        return Stream.concat(
                Stream.of(message.path("text").asText()),
                children(message.path("replies")).flatMap(FakePlatforms::messageTexts));
    }

    /** The replies of a thread as the bot reads them, with their message metadata, without the status message. */
    List<JsonNode> threadReplies(String channel, String statusMessageTs) {
        String form = "channel=" + channel + "&ts=" + statusMessageTs + "&include_all_metadata=true&limit=200";
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/api/conversations.replies"))
                .header("Authorization", "Bearer " + BOT_TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return children(send(request).path("messages")).skip(1).toList();
    }

    /** The number of calls of a provider method, such as {@code executeRescueLayer}. */
    long providerCalls(String method) {
        return children(get(classic.url() + "/sandbox/calls"))
                .filter(call -> call.path("method").asText().endsWith("::" + method))
                .count();
    }

    /** Whether the device is out of the rescue kernel and has no transaction. */
    boolean isOutOfRescue(String device) {
        return children(get(classic.url() + "/sandbox/devices"))
                .filter(row -> row.path("name").asText().equals(device))
                .anyMatch(row -> !row.path("inRescue").asBoolean()
                        && row.path("transaction").isNull());
    }

    /** Injects a provider fault into every read of a single device. */
    void injectProviderFault(String fault) {
        Map<String, Object> request = Map.of("fault", fault, "method", "SoftLayer_Virtual_Guest::getObject");
        post(classic.url() + "/sandbox/faults", request);
    }

    void clearProviderFaults() {
        send(HttpRequest.newBuilder(URI.create(classic.url() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    /** Slack performs the call, but delays its response. */
    void delaySlack(String method, Duration delay, int times) {
        post(
                slack.url() + "/sandbox/faults",
                Map.of("fault", "slow", "method", method, "seconds", delay.toSeconds(), "times", times));
    }

    JsonNode get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private JsonNode post(String url, Map<String, Object> body) {
        try {
            return send(HttpRequest.newBuilder(URI.create(url))
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(HttpRequest request) {
        try {
            return json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Status and body of a GET; status 0 and an empty body where no connection is accepted. */
    HttpReply tryGet(String url) {
        try {
            HttpResponse<String> response =
                    http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            return new HttpReply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new HttpReply(0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record HttpReply(int status, String body) {}

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    @Override
    public void close() {
        classic.close();
        slack.close();
    }
}
