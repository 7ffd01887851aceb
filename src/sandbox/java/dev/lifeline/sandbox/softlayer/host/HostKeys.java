package dev.lifeline.sandbox.softlayer.host;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;

/** The SSH host keys of devices, derived from the seed: the same in every run, another one for each role. Thread-safe. */
final class HostKeys {

    private record KeyId(long deviceId, HostKeyRole role) {}

    private static final int RSA_BITS = 2048;

    private final long seed;
    private final Map<KeyId, KeyPair> keyPairs = new ConcurrentHashMap<>();

    HostKeys(long seed) {
        this.seed = seed;
    }

    KeyPair keyPair(long deviceId, HostKeyRole hostKeyRole) {
        return keyPairs.computeIfAbsent(new KeyId(deviceId, hostKeyRole), this::generateKeyPair);
    }

    /** Returns the fingerprint as {@code ssh-keygen -l} writes it: {@code SHA256:…}. */
    String fingerprint(long deviceId, HostKeyRole hostKeyRole) {
        return KeyUtils.getFingerPrint(keyPair(deviceId, hostKeyRole).getPublic());
    }

    private KeyPair generateKeyPair(KeyId keyId) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(keySeed(keyId).getBytes(StandardCharsets.UTF_8));
            return keyPairGenerator(keyId.role(), random).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key algorithm missing from this JDK", e);
        }
    }

    /** Fixed text, so that a key depends on seed, device and role only. */
    private String keySeed(KeyId keyId) {
        return seed + "/" + keyId.deviceId() + "/" + keyId.role().seedName();
    }

    /** RSA for the legacy rescue kernel, which knows nothing newer. */
    private static KeyPairGenerator keyPairGenerator(HostKeyRole hostKeyRole, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(hostKeyRole == HostKeyRole.LEGACY_RESCUE ? "RSA" : "EC");
        if (hostKeyRole == HostKeyRole.LEGACY_RESCUE) generator.initialize(RSA_BITS, random);
        else generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator;
    }
}
