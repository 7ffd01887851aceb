package dev.lifeline.store.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** How is a code made that nobody can guess or forge? 256 random bits, a dot, and their HMAC-SHA-256; on disk only its hash. */
final class SignedTokens {

    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new random text, fit for an address. */
    String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    String sign(String key, String id) {
        return id + "." + base64(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(id));
    }

    /** The id in a code; empty when the signature is not ours. */
    Optional<String> verify(String key, String code) {
        int dot = code.indexOf('.');
        if (dot < 0) return Optional.empty();
        String id = code.substring(0, dot);
        boolean ours = MessageDigest.isEqual(
                sign(key, id).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(id) : Optional.empty();
    }

    /** What stands for it on disk: as random as it is, a plain hash gives nothing away. */
    static String hash(String text) {
        return DigestUtils.sha256Hex(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
