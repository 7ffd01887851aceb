package dev.lifeline.probe;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.BaseBuilder;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.OptionalFeature;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * Creates an SSH client that reaches the host key of any server, however old: the rescue system of a guest with less than 6 GB is CentOS
 * 5, whose algorithms today's clients reject (src/docs/platform/softlayer.md, section Launching). That is safe here because nothing but
 * the host key is exchanged. The order of signature algorithms is fixed, so that a server with several keys shows the same one each time;
 * ED25519, which needs the library's EdDSA provider, comes last.
 */
final class LegacySshClient {

    /** Cheap key exchanges first: nothing secret follows, and many devices are probed. */
    private static final List<BuiltinDHFactories> PREFERRED_KEY_EXCHANGES =
            List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.curve25519_libssh, BuiltinDHFactories.ecdhp256);

    /**
     * A host whose other key was read before clients could read this type is known by that key still: another one would look like another
     * system.
     */
    private static final Predicate<BuiltinSignatures> IS_ED25519 = BuiltinSignatures.ed25519::equals;

    /** Key exchanges wait for nothing but a processor. There are as many threads again that write; by default it is one more than processors. */
    private static final int IO_THREADS = 2;

    private LegacySshClient() {}

    /** A started client; the caller stops it. */
    static SshClient createStarted() {
        SshClient client = ClientBuilder.builder()
                .keyExchangeFactories(supported(PREFERRED_KEY_EXCHANGES, BuiltinDHFactories.VALUES)
                        .map(ClientBuilder.DH2KEX)
                        .toList())
                .signatureFactories(signatures())
                .cipherFactories(supported(BaseBuilder.DEFAULT_CIPHERS_PREFERENCE, BuiltinCiphers.VALUES)
                        .filter(cipher -> cipher != BuiltinCiphers.none)
                        .<NamedFactory<Cipher>>map(cipher -> cipher)
                        .toList())
                .macFactories(supported(BaseBuilder.DEFAULT_MAC_PREFERENCE, BuiltinMacs.VALUES)
                        .<NamedFactory<Mac>>map(mac -> mac)
                        .toList())
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .build();
        CoreModuleProperties.NIO_WORKERS.set(client, IO_THREADS);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.start();
        return client;
    }

    private static List<NamedFactory<Signature>> signatures() {
        List<BuiltinSignatures> all = supported(BaseBuilder.DEFAULT_SIGNATURE_PREFERENCE, BuiltinSignatures.VALUES)
                .toList();
        return Stream.concat(
                        all.stream().filter(IS_ED25519.negate()), all.stream().filter(IS_ED25519))
                .<NamedFactory<Signature>>map(signature -> signature)
                .toList();
    }

    private static <T extends OptionalFeature> Stream<T> supported(List<T> preferred, Set<T> all) {
        return Stream.concat(preferred.stream(), all.stream()).distinct().filter(OptionalFeature::isSupported);
    }
}
