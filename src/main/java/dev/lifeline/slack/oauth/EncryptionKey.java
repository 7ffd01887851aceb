package dev.lifeline.slack.oauth;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/** A key of AES-256. Its id tells keys apart and says nothing else about them; {@code toString} shows the id alone. */
public final class EncryptionKey {

    private static final int KEY_BYTES = 32;
    private static final int ID_CHARS = 8;

    private final String id;
    private final SecretKey key;

    private EncryptionKey(byte[] bytes) {
        this.id = DigestUtils.sha256Hex(bytes).substring(0, ID_CHARS);
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** Reads 32 bytes in base64; empty for anything else. */
    public static Optional<EncryptionKey> parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            Optional<EncryptionKey> parsed =
                    bytes.length == KEY_BYTES ? Optional.of(new EncryptionKey(bytes)) : Optional.empty();
            Arrays.fill(bytes, (byte) 0);
            return parsed;
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String id() {
        return id;
    }

    SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "EncryptionKey[" + id + "]";
    }
}
