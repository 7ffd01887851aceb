package dev.lifeline.sandbox.softlayer.host;

import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/** The SSH algorithms that a system offers. */
enum SshAlgorithms {
    MODERN {
        @Override
        void configure(SshServer server) {
            CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "OpenSSH_7.4");
        }
    },
    /** Algorithms of 2007; present-day clients refuse them unless configured otherwise. */
    CENTOS_5 {
        @Override
        @SuppressWarnings("deprecation") // the algorithms must be outdated
        void configure(SshServer server) {
            CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "OpenSSH_4.3");
            server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                    false, List.of(BuiltinDHFactories.dhg14, BuiltinDHFactories.dhg1), ServerBuilder.DH2KEX));
            server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
            server.setCipherFactories(List.of(BuiltinCiphers.aes128ctr, BuiltinCiphers.aes128cbc));
            server.setMacFactories(List.of(BuiltinMacs.hmacsha1, BuiltinMacs.hmacmd5));
        }
    };

    abstract void configure(SshServer server);
}
