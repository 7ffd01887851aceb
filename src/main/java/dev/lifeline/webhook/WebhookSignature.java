package dev.lifeline.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls as Standard Webhooks describes (https://www.standardwebhooks.com): HMAC-SHA-256 over the id, the time and the body, so that
 * nobody can forge a call, change it, or repeat an old one as new.
 */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    /** Begins a secret as the specification writes it down; the key itself follows in Base64. */
    private static final String ENCODED_PREFIX = "whsec_";

    private final SecretKeySpec key;

    /** @param secret not empty; one that does not begin with {@code whsec_} is the key as it stands */
    WebhookSignature(String secret) {
        this.key = new SecretKeySpec(keyBytes(secret), ALGORITHM);
    }

    private static byte[] keyBytes(String secret) {
        return secret.startsWith(ENCODED_PREFIX)
                ? Base64.getDecoder().decode(secret.substring(ENCODED_PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The value of the header {@code webhook-signature}. */
    String sign(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String signed = id + "." + at.getEpochSecond() + "." + body;
            byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e); // every JVM has this algorithm
        }
    }
}
