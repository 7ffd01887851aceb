package dev.lifeline.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What names a delivery? The same for each copy of it, and fit for a database, whatever Slack's own ids look like. */
final class AskId {

    private static final int LENGTH = 32;

    private AskId() {}

    static String of(String... what) {
        byte[] digest = sha256().digest(String.join("\n", what).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
