package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for 127.0.0.1 that a proxy of the benchmark shows and the measured bot trusts; made for one run and deleted with its folder.
 *
 * @param keyStore holds the key, and serves as trust store
 */
record TlsIdentity(Path keyStore) {

    private static final String PASSWORD = "benchmark";

    static TlsIdentity create(Path folder) {
        Path keyStore = folder.resolve("proxy.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = " -genkeypair -alias proxy -keyalg EC -dname CN=127.0.0.1 -ext SAN=ip:127.0.0.1 -validity 2"
                + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + keyStore;
        if (!Files.exists(keyStore)
                && !ChildProcess.run("keytool", folder, Map.of(), List.of((keytool + options).split(" "))))
            throw new IllegalStateException("keytool failed");
        return new TlsIdentity(keyStore);
    }

    SSLContext serverContext() {
        try (InputStream stored = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, PASSWORD.toCharArray());
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bot trusts this certificate. */
    BotLaunch trustedBy(BotLaunch launch) {
        return launch.with("-Djavax.net.ssl.trustStore=" + keyStore, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
}
