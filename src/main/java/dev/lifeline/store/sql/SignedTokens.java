package dev.lifeline.store.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Makes and verifies signed tokens: an id of 256 random bits, a dot, and the HMAC-SHA-256 of the id, both in base64url. Thread-safe. */
final class SignedTokens {

    private static final int RANDOM_BYTES = 32;

    /** An id and a signature of 32 bytes each in base64url, and the dot between them. */
    private static final int TOKEN_CHARS = 43 + 1 + 43;

    private final SecureRandom random = new SecureRandom();

    /** Whether the text is as long as a token; nothing longer or shorter is looked at. */
    static boolean mayBeToken(String text) {
        return text.length() == TOKEN_CHARS;
    }

    /** A new random id, in base64url. */
    String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    /** The token of an id. */
    String sign(String key, String id) {
        return id + "." + base64(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(id));
    }

    /** The id of a token; empty when the signature is wrong. Compares in constant time. */
    Optional<String> verify(String key, String token) {
        int dot = token.indexOf('.');
        if (dot < 0) return Optional.empty();
        String id = token.substring(0, dot);
        boolean valid = MessageDigest.isEqual(
                sign(key, id).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return valid ? Optional.of(id) : Optional.empty();
    }

    /** SHA-256 in hexadecimal, stored in place of the text. The text is random enough to need no salt. */
    static String hash(String text) {
        return DigestUtils.sha256Hex(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
