package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends payloads with a valid signature but with buttons, values and forms that the bot never showed. Only for a {@link BotEnvironment} in
 * HTTP mode.
 */
public final class ForgedPayloads {

    private static final String SIGNING_SECRET = "sandbox-lifeline-signing-secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI eventsUrl;
    private final String userName;

    /** Payloads of this user to that endpoint of a bot. */
    public ForgedPayloads(URI eventsUrl, String userName) {
        this.eventsUrl = eventsUrl;
        this.userName = userName;
    }

    /** Sends a click on a button that no message has; returns the HTTP status. */
    public int click(String action, String value) {
        ObjectNode payload = payload("block_actions");
        payload.putObject("channel").put("id", "C0INCIDENT42");
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", "1.1")
                .put("channel_id", "C0INCIDENT42");
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", action)
                .put("block_id", "b")
                .put("value", value)
                .put("action_ts", Instant.now().getEpochSecond() + ".1");
        return post(payload);
    }

    /** Sends the submission of a modal that the bot never opened; returns the HTTP status. */
    public int submit(String callback, String privateMetadata, Map<String, String> values) {
        ObjectNode payload = payload("view_submission");
        ObjectNode view = payload.putObject("view")
                .put("id", "VFORGED" + UUID.randomUUID())
                .put("type", "modal")
                .put("callback_id", callback)
                .put("private_metadata", privateMetadata);
        ObjectNode filled = view.putObject("state").putObject("values");
        values.forEach((field, text) -> filled.putObject(field)
                .putObject(field)
                .put("type", "plain_text_input")
                .put("value", text));
        return post(payload);
    }

    /** The private metadata of the bot's own modals. */
    public String privateMetadata(String subject) {
        return json.createObjectNode()
                .put("channel_id", "C0INCIDENT42")
                .put("button_value", subject)
                .toString();
    }

    private ObjectNode payload(String type) {
        ObjectNode payload = json.createObjectNode()
                .put("type", type)
                .put("api_app_id", "A0LIFELINE")
                .put("trigger_id", "forged." + UUID.randomUUID());
        payload.putObject("team").put("id", "T0LIFELINE");
        payload.putObject("user").put("id", "U0" + userName.toUpperCase(Locale.ROOT));
        return payload;
    }

    private int post(JsonNode payload) {
        String body = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(eventsUrl)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", "v0=" + signature("v0:" + timestamp + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
