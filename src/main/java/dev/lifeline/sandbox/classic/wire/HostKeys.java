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

    private record Which(long device, boolean rescue) {}

    private final long seed;
    private final Map<Which, KeyPair> made = new ConcurrentHashMap<>();

    HostKeys(long seed) {
        this.seed = seed;
    }

    KeyPair of(long device, boolean rescue) {
        return made.computeIfAbsent(new Which(device, rescue), this::make);
    }

    /** As {@code ssh-keygen -l} writes it: {@code SHA256:…}. */
    String fingerprint(long device, boolean rescue) {
        return KeyUtils.getFingerPrint(of(device, rescue).getPublic());
    }

    private KeyPair make(Which which) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed((seed + "/" + which).getBytes(StandardCharsets.UTF_8));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this JDK makes no P-256 keys", absent);
        }
    }
}
