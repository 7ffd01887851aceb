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

/** Which SSH algorithms does a system speak? */
enum SshAlgorithms {
    MODERN {
        @Override
        void configure(SshServer server) {
            CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "OpenSSH_7.4");
        }
    },
    /** Of 2007: a client of today refuses it unless told otherwise. */
    CENTOS_5 {
        @Override
        @SuppressWarnings("deprecation") // being out of date is the point
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
