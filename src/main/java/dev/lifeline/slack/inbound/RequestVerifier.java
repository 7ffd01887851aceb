package dev.lifeline.slack.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Verifies Slack's request signatures (https://docs.slack.dev/authentication/verifying-requests-from-slack). Stricter than Bolt's own
 * check, which accepts timestamps in the future (src/docs/platform/slack.md, section HTTP mode: signature, ssl_check, retries). Immutable
 * and thread-safe.
 */
public final class RequestVerifier {

    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    /** Seconds since 1970. */
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    private final byte[] signingSecret;

    /** @throws IllegalArgumentException when the secret is blank */
    public RequestVerifier(String signingSecret) {
        if (signingSecret.isBlank()) throw new IllegalArgumentException("the signing secret is blank");
        this.signingSecret = signingSecret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether the signature is valid for the bytes and the timestamp is within 5 minutes of the clock, before or after. Compares in
     * constant time.
     *
     * @param signature value of {@code X-Slack-Signature}
     * @param timestamp value of {@code X-Slack-Request-Timestamp}, in seconds
     */
    public boolean isValid(String signature, String timestamp, byte[] body, Instant now) {
        return isRecent(timestamp, now) && isSigned(signature, timestamp, body);
    }

    /** Whether the signature is valid for the bytes and a timestamp that is too far from the clock; parameters as of {@link #isValid}. */
    boolean isOutOfTime(String signature, String timestamp, byte[] body, Instant now) {
        return TIMESTAMP.matcher(timestamp).matches()
                && !isRecent(timestamp, now)
                && isSigned(signature, timestamp, body);
    }

    private boolean isSigned(String signature, String timestamp, byte[] body) {
        byte[] expected = ("v0=" + HexFormat.of().formatHex(mac(timestamp, body))).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (!TIMESTAMP.matcher(timestamp).matches()) return false;
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(MAX_CLOCK_SKEW) <= 0;
    }

    private byte[] mac(String timestamp, byte[] body) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, signingSecret);
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
        return mac.doFinal(body);
    }
}
