package dev.lifeline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.OperatingSystem.Family;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes of a device on the loopback interface. */
class NetworkProbeTest {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
    private static final String LOOPBACK = "127.0.0.1";

    private final List<AutoCloseable> resources = new ArrayList<>();
    private final List<String> loginAttempts = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : resources) resource.close();
    }

    private <T extends AutoCloseable> T closeAfterTest(T resource) {
        resources.add(0, resource);
        return resource;
    }

    private NetworkProbe newProbe(int port, Duration timeout) {
        return closeAfterTest(new NetworkProbe(port, port, timeout));
    }

    private static Device device(Family family, String primary, String backend) {
        Addresses addresses = new Addresses(Optional.ofNullable(primary), Optional.ofNullable(backend));
        return new Device.VirtualGuest(
                new Device.Details(
                        DeviceId.virtualGuest(1),
                        new DeviceName("web-07", ""),
                        addresses,
                        new OperatingSystem(family, ""),
                        "",
                        Set.of()),
                8192,
                false,
                false);
    }

    private static KeyPair keyPair(String algorithm, int size) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private SshServer startSshServer(SshServer server, KeyPair keys, int port) throws IOException {
        server.setHost(LOOPBACK);
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(keys));
        server.setPasswordAuthenticator((user, password, session) -> {
            loginAttempts.add(user);
            return false;
        });
        server.start();
        return closeAfterTest(server);
    }

    private static String fingerprint(KeyPair keys) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, keys.getPublic());
    }

    @Test
    void an_ssh_server_is_known_by_its_host_key_and_nobody_logs_in() throws Exception {
        KeyPair keys = keyPair("EC", 256);
        SshServer server = startSshServer(SshServer.setUpDefaultServer(), keys, 0);

        assertThat(newProbe(server.getPort(), PROBE_TIMEOUT).probe(device(Family.LINUX, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.HostKey(fingerprint(keys)));
        assertThat(fingerprint(keys)).startsWith("SHA256:");
        assertThat(loginAttempts).isEmpty();
    }

    @Test
    void another_key_on_the_same_port_is_seen() throws Exception {
        KeyPair installed = keyPair("RSA", 2048);
        SshServer first = startSshServer(SshServer.setUpDefaultServer(), installed, 0);
        NetworkProbe probe = newProbe(first.getPort(), PROBE_TIMEOUT);
        Device device = device(Family.LINUX, LOOPBACK, null);
        assertThat(probe.probe(device)).isEqualTo(new ProbeResult.HostKey(fingerprint(installed)));
        first.stop(true);

        KeyPair rescue = keyPair("RSA", 2048);
        startSshServer(SshServer.setUpDefaultServer(), rescue, first.getPort());
        assertThat(probe.probe(device)).isEqualTo(new ProbeResult.HostKey(fingerprint(rescue)));
    }

    @Test
    void a_server_as_old_as_centos_5_is_understood() throws Exception {
        KeyPair keys = keyPair("RSA", 1024);
        SshServer old = ServerBuilder.builder()
                .keyExchangeFactories(List.of(
                        ServerBuilder.DH2KEX.apply(BuiltinDHFactories.fromFactoryName("diffie-hellman-group1-sha1"))))
                .signatureFactories(List.of(BuiltinSignatures.rsa))
                .cipherFactories(List.of(BuiltinCiphers.fromFactoryName("3des-cbc")))
                .macFactories(List.of(BuiltinMacs.fromFactoryName("hmac-md5")))
                .build();
        startSshServer(old, keys, 0);

        assertThat(newProbe(old.getPort(), PROBE_TIMEOUT).probe(device(Family.NONE, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.HostKey(fingerprint(keys)));
    }

    @Test
    void a_server_with_an_ed25519_key_alone_is_known_by_it() throws Exception {
        KeyPair keys = ed25519KeyPair();
        SshServer server = startSshServer(SshServer.setUpDefaultServer(), keys, 0);

        assertThat(newProbe(server.getPort(), PROBE_TIMEOUT).probe(device(Family.LINUX, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.HostKey(fingerprint(keys)));
        assertThat(loginAttempts).isEmpty();
    }

    /** A host that was known by another key before clients could read ED25519 keys must not look like a system of another key. */
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void P3_a_server_that_has_an_ed25519_key_too_is_known_by_the_other_one(String algorithm) throws Exception {
        KeyPair known = keyPair(algorithm, algorithm.equals("RSA") ? 2048 : 256);
        SshServer server = startSshServer(SshServer.setUpDefaultServer(), ed25519KeyPair(), 0);
        server.setKeyPairProvider(KeyPairProvider.wrap(ed25519KeyPair(), known));

        assertThat(newProbe(server.getPort(), PROBE_TIMEOUT).probe(device(Family.LINUX, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.HostKey(fingerprint(known)));
    }

    private static KeyPair ed25519KeyPair() throws GeneralSecurityException {
        return SecurityUtils.getKeyPairGenerator(SecurityUtils.EDDSA).generateKeyPair();
    }

    @Test
    void a_connection_that_is_accepted_without_a_banner_proves_nothing() throws IOException {
        ServerSocket middlebox = listen();

        assertThat(newProbe(middlebox.getLocalPort(), Duration.ofMillis(300))
                        .probe(device(Family.LINUX, LOOPBACK, LOOPBACK)))
                .isEqualTo(new ProbeResult.NoAnswer());
    }

    @Test
    void a_server_that_introduces_itself_and_goes_no_further_is_an_open_port() throws IOException {
        ServerSocket silentServer = listen();
        Thread bannerThread = new Thread(() -> sendSshBanner(silentServer));
        bannerThread.start();

        assertThat(newProbe(silentServer.getLocalPort(), Duration.ofSeconds(1))
                        .probe(device(Family.LINUX, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.PortOpen());
    }

    private static void sendSshBanner(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("SSH-2.0-OpenSSH_4.3\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_port_that_resets_the_connection_gives_no_answer() throws IOException {
        ServerSocket forwarder = listen();
        Thread resetThread = new Thread(() -> resetConnection(forwarder));
        resetThread.start();

        assertThat(newProbe(forwarder.getLocalPort(), PROBE_TIMEOUT).probe(device(Family.LINUX, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.NoAnswer());
    }

    private static void resetConnection(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerSocket listen() throws IOException {
        return closeAfterTest(new ServerSocket(0, 5, InetAddress.getByName(LOOPBACK)));
    }

    @Test
    void a_port_that_nobody_listens_on_is_silent() throws IOException {
        int port;
        try (ServerSocket closedPort = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            port = closedPort.getLocalPort();
        }
        assertThat(newProbe(port, PROBE_TIMEOUT).probe(device(Family.LINUX, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.NoAnswer());
        assertThat(newProbe(port, PROBE_TIMEOUT).probe(device(Family.WINDOWS, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.NoAnswer());
    }

    /** A server that sends the first RDP response only. */
    private ServerSocket rdpServer() throws IOException {
        ServerSocket rdp = listen();
        Thread responder = new Thread(() -> sendRdpConfirm(rdp));
        responder.start();
        return rdp;
    }

    private static void sendRdpConfirm(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(19);
            socket.getOutputStream().write(new byte[] {3, 0, 0, 11, 6, (byte) 0xd0, 0, 0, 0x12, 0x34, 0});
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void windows_answers_on_its_own_port_without_a_key() throws IOException {
        NetworkProbe probe = closeAfterTest(new NetworkProbe(1, rdpServer().getLocalPort(), PROBE_TIMEOUT));

        assertThat(probe.probe(device(Family.WINDOWS, LOOPBACK, null))).isEqualTo(new ProbeResult.PortOpen());
    }

    @Test
    void bare_metal_without_a_system_may_be_in_a_windows_rescue() throws IOException {
        NetworkProbe probe = closeAfterTest(new NetworkProbe(1, rdpServer().getLocalPort(), PROBE_TIMEOUT));

        assertThat(probe.probe(device(Family.NONE, LOOPBACK, null))).isEqualTo(new ProbeResult.PortOpen());
    }

    @Test
    void the_private_address_is_tried_when_the_public_one_is_silent() throws Exception {
        KeyPair keys = keyPair("EC", 256);
        SshServer server = startSshServer(SshServer.setUpDefaultServer(), keys, 0);

        assertThat(newProbe(server.getPort(), PROBE_TIMEOUT).probe(device(Family.LINUX, "127.0.0.2", LOOPBACK)))
                .isEqualTo(new ProbeResult.HostKey(fingerprint(keys)));
    }

    @Test
    void what_is_no_address_is_not_looked_up() {
        NetworkProbe probe = newProbe(1, PROBE_TIMEOUT);

        assertThat(probe.probe(device(Family.LINUX, null, null))).isEqualTo(new ProbeResult.NoAnswer());
        assertThat(probe.probe(device(Family.LINUX, "localhost", "example.com; rm")))
                .isEqualTo(new ProbeResult.NoAnswer());
    }

    @Test
    void whoever_cannot_wait_so_long_has_a_limit_of_their_own() throws IOException {
        int port = rdpServer().getLocalPort();
        NetworkProbe probe = newProbe(port, PROBE_TIMEOUT);

        assertThat(probe.within(Duration.ZERO).probe(device(Family.WINDOWS, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.NoAnswer());
        assertThat(probe.within(PROBE_TIMEOUT).probe(device(Family.WINDOWS, LOOPBACK, null)))
                .isEqualTo(new ProbeResult.PortOpen());
    }

    @Test
    void a_probe_whose_timeout_is_over_before_it_starts_gives_no_answer() throws IOException {
        ServerSocket server = listen();
        NetworkProbe probe = newProbe(server.getLocalPort(), Duration.ofMillis(-200));

        assertThat(probe.probe(device(Family.LINUX, LOOPBACK, LOOPBACK))).isEqualTo(new ProbeResult.NoAnswer());
        assertThat(probe.probe(device(Family.WINDOWS, LOOPBACK, LOOPBACK))).isEqualTo(new ProbeResult.NoAnswer());
    }
}
