package dev.lifeline.sandbox.slack.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs request bodies as Slack does: HMAC-SHA256 over {@code v0:timestamp:body} (src/docs/platform/slack.md, section HTTP
 * mode).
 */
record RequestSigner(String signingSecret) {

    private static final String ALGORITHM = "HmacSHA256";

    String sign(long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this JDK", e);
        }
    }

    @Override
    public String toString() {
        return "RequestSigner[hidden]";
    }
}
