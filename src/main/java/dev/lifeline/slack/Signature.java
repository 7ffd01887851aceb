package dev.lifeline.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Did Slack send these bytes, just now? Stricter than Bolt's own check, which takes dates in the future, copies, and a known key
 * where none is set (lessons.md 0.C).
 */
final class Signature {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final byte[] secret;

    Signature(String secret) {
        if (secret.isBlank()) throw new IllegalArgumentException("the signing secret is blank");
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in constant time, on the bytes as they came. */
    boolean holds(String signature, String timestamp, byte[] body, Instant now) {
        if (!isRecent(timestamp, now)) return false;
        byte[] expected = ("v0=" + HexFormat.of().formatHex(mac(timestamp, body))).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (!timestamp.matches("[0-9]{1,12}")) return false;
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(SKEW) <= 0;
    }

    private byte[] mac(String timestamp, byte[] body) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, secret);
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
        return mac.doFinal(body);
    }
}
