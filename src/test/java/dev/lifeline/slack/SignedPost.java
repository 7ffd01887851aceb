package dev.lifeline.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request as Slack signs it (slack.md 2.6), and as somebody may alter it on the way. */
record SignedPost(String timestamp, String signature, byte[] body) {

    static SignedPost of(byte[] body, long at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + at + ":").getBytes(StandardCharsets.UTF_8));
            return new SignedPost(Long.toString(at), "v0=" + HexFormat.of().formatHex(mac.doFinal(body)), body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static SignedPost of(String body, long at) {
        return of(body.getBytes(StandardCharsets.UTF_8), at, StubSlack.SECRET);
    }

    SignedPost signedWith(String other) {
        return new SignedPost(timestamp, other, body);
    }

    SignedPost dated(String other) {
        return new SignedPost(other, signature, body);
    }

    SignedPost saying(byte[] other) {
        return new SignedPost(timestamp, signature, other);
    }

    Map<String, String> headers() {
        return Map.of("x-slack-signature", signature, "x-slack-request-timestamp", timestamp);
    }
}
