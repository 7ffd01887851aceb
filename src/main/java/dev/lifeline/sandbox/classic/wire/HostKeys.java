package dev.lifeline.sandbox.classic.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;

/** Which SSH host key does a device show? Derived from the seed: the same in every run, another one in rescue. */
final class HostKeys {

    private record Which(long device, Life life) {}

    private static final int RSA_BITS = 2048;

    private final long seed;
    private final Map<Which, KeyPair> made = new ConcurrentHashMap<>();

    HostKeys(long seed) {
        this.seed = seed;
    }

    KeyPair of(long device, Life life) {
        return made.computeIfAbsent(new Which(device, life), this::make);
    }

    /** As {@code ssh-keygen -l} writes it: {@code SHA256:…}. */
    String fingerprint(long device, Life life) {
        return KeyUtils.getFingerPrint(of(device, life).getPublic());
    }

    private KeyPair make(Which which) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed((seed + "/" + which).getBytes(StandardCharsets.UTF_8));
            return generator(which.life(), random).generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this JDK makes no such keys", absent);
        }
    }

    /** RSA where nothing newer was known. */
    private static KeyPairGenerator generator(Life life, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(life == Life.OLD_RESCUE ? "RSA" : "EC");
        if (life == Life.OLD_RESCUE) generator.initialize(RSA_BITS, random);
        else generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator;
    }
}
