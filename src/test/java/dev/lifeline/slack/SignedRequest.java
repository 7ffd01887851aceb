package dev.lifeline.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request as Slack signs it (src/docs/platform/slack.md, section HTTP mode), and its alterations on the way. */
public record SignedRequest(String timestamp, String signature, byte[] body) {

    static SignedRequest sign(byte[] body, long timestamp, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return new SignedRequest(
                    Long.toString(timestamp), "v0=" + HexFormat.of().formatHex(mac.doFinal(body)), body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static SignedRequest sign(String body, long timestamp) {
        return sign(body.getBytes(StandardCharsets.UTF_8), timestamp, StubSlack.SIGNING_SECRET);
    }

    SignedRequest withSignature(String other) {
        return new SignedRequest(timestamp, other, body);
    }

    SignedRequest withTimestamp(String other) {
        return new SignedRequest(other, signature, body);
    }

    SignedRequest withBody(byte[] other) {
        return new SignedRequest(timestamp, signature, other);
    }

    public Map<String, String> headers() {
        return Map.of("x-slack-signature", signature, "x-slack-request-timestamp", timestamp);
    }
}
