package dev.lifeline.slack.oauth;

import dev.lifeline.slack.port.Installation.EncryptedTokens;
import dev.lifeline.slack.port.Installation.Workspace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts tokens for the store by AES-256-GCM, with a random nonce of 96 bits each time. Workspace and app are authenticated with them, so
 * that tokens which are moved to another row do not open (https://csrc.nist.gov/pubs/sp/800/38/d/final). The first key encrypts, every key
 * opens: a new key is put before the old one, which goes once nothing is encrypted with it. Thread-safe.
 */
public final class TokenCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final char SEPARATOR = '\n';

    private final List<EncryptionKey> keys;
    private final SecureRandom random = new SecureRandom();

    /** @param keys at least one; the first encrypts */
    public TokenCipher(List<EncryptionKey> keys) {
        if (keys.isEmpty()) throw new IllegalArgumentException("no key");
        this.keys = List.copyOf(keys);
    }

    EncryptedTokens encrypt(Workspace workspace, Tokens tokens) {
        EncryptionKey key = keys.get(0);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String plain = tokens.botToken() + SEPARATOR + tokens.refreshToken().orElse("");
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, workspace, plain.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new EncryptedTokens(key.id(), Base64.getEncoder().encodeToString(all));
    }

    /** @throws UnreadableTokensException when no key opens them */
    Tokens decrypt(Workspace workspace, EncryptedTokens encrypted) {
        EncryptionKey key = keys.stream()
                .filter(candidate -> candidate.id().equals(encrypted.keyId()))
                .findFirst()
                .orElseThrow(() -> new UnreadableTokensException(
                        "encrypted with key " + encrypted.keyId() + ", which LIFELINE_ENCRYPTION_KEY does not hold"));
        String plain = new String(open(key, workspace, encrypted), StandardCharsets.UTF_8);
        int separator = plain.indexOf(SEPARATOR);
        String refreshToken = plain.substring(separator + 1);
        return new Tokens(
                plain.substring(0, separator), Optional.of(refreshToken).filter(text -> !text.isEmpty()));
    }

    private static byte[] open(EncryptionKey key, Workspace workspace, EncryptedTokens encrypted) {
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted.sealed()));
            if (all.remaining() < NONCE_BYTES + TAG_BITS / Byte.SIZE)
                throw new UnreadableTokensException("not what was stored");
            byte[] nonce = new byte[NONCE_BYTES];
            all.get(nonce);
            byte[] sealed = new byte[all.remaining()];
            all.get(sealed);
            return run(Cipher.DECRYPT_MODE, key, nonce, workspace, sealed);
        } catch (IllegalArgumentException e) {
            throw new UnreadableTokensException("not what was stored");
        }
    }

    /** Whether they are encrypted with the key that encrypts now. */
    boolean isCurrent(EncryptedTokens encrypted) {
        return encrypted.keyId().equals(keys.get(0).id());
    }

    private static byte[] run(int mode, EncryptionKey key, byte[] nonce, Workspace workspace, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(identity(workspace));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new UnreadableTokensException("not what was stored for this workspace with key " + key.id());
        }
    }

    private static byte[] identity(Workspace workspace) {
        return ("lifeline slack installation" + SEPARATOR + workspace.teamId() + SEPARATOR + workspace.appId())
                .getBytes(StandardCharsets.UTF_8);
    }
}
