package dev.lifeline.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Reach.Knock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a device shows of itself on the loopback. */
class NetworkReachTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String HERE = "127.0.0.1";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    private <T extends AutoCloseable> T closing(T one) {
        open.add(0, one);
        return one;
    }

    private NetworkReach reach(int port, Duration patience) {
        return closing(new NetworkReach(port, port, patience));
    }

    private static Device device(Family family, String primary, String backend) {
        Addresses addresses = new Addresses(Optional.ofNullable(primary), Optional.ofNullable(backend));
        return new Device.VirtualGuest(
                new Device.Facts(
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

    private static KeyPair keys(String algorithm, int size) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private SshServer server(SshServer server, KeyPair keys, int port) throws IOException {
        server.setHost(HERE);
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(keys));
        server.setPasswordAuthenticator((user, password, session) -> {
            logins.add(user);
            return false;
        });
        server.start();
        return closing(server);
    }

    private static String fingerprint(KeyPair keys) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, keys.getPublic());
    }

    @Test
    void an_ssh_server_is_known_by_its_host_key_and_nobody_logs_in() throws Exception {
        KeyPair keys = keys("EC", 256);
        SshServer server = server(SshServer.setUpDefaultServer(), keys, 0);

        assertThat(reach(server.getPort(), PATIENCE).knock(device(Family.LINUX, HERE, null)))
                .isEqualTo(new Knock.HostKey(fingerprint(keys)));
        assertThat(fingerprint(keys)).startsWith("SHA256:");
        assertThat(logins).isEmpty();
    }

    @Test
    void another_key_on_the_same_port_is_seen() throws Exception {
        KeyPair installed = keys("RSA", 2048);
        SshServer first = server(SshServer.setUpDefaultServer(), installed, 0);
        NetworkReach reach = reach(first.getPort(), PATIENCE);
        Device device = device(Family.LINUX, HERE, null);
        assertThat(reach.knock(device)).isEqualTo(new Knock.HostKey(fingerprint(installed)));
        first.stop(true);

        KeyPair rescue = keys("RSA", 2048);
        server(SshServer.setUpDefaultServer(), rescue, first.getPort());
        assertThat(reach.knock(device)).isEqualTo(new Knock.HostKey(fingerprint(rescue)));
    }

    @Test
    void a_server_as_old_as_centos_5_is_understood() throws Exception {
        KeyPair keys = keys("RSA", 1024);
        SshServer old = ServerBuilder.builder()
                .keyExchangeFactories(List.of(
                        ServerBuilder.DH2KEX.apply(BuiltinDHFactories.fromFactoryName("diffie-hellman-group1-sha1"))))
                .signatureFactories(List.of(BuiltinSignatures.rsa))
                .cipherFactories(List.of(BuiltinCiphers.fromFactoryName("3des-cbc")))
                .macFactories(List.of(BuiltinMacs.fromFactoryName("hmac-md5")))
                .build();
        server(old, keys, 0);

        assertThat(reach(old.getPort(), PATIENCE).knock(device(Family.NONE, HERE, null)))
                .isEqualTo(new Knock.HostKey(fingerprint(keys)));
    }

    @Test
    void a_line_that_is_taken_without_a_word_proves_nothing() throws IOException {
        ServerSocket middlebox = listening();

        assertThat(reach(middlebox.getLocalPort(), Duration.ofMillis(300)).knock(device(Family.LINUX, HERE, HERE)))
                .isEqualTo(new Knock.Silent());
    }

    @Test
    void a_server_that_introduces_itself_and_goes_no_further_is_an_open_port() throws IOException {
        ServerSocket hesitant = listening();
        Thread greeting = new Thread(() -> greet(hesitant));
        greeting.start();

        assertThat(reach(hesitant.getLocalPort(), Duration.ofSeconds(1)).knock(device(Family.LINUX, HERE, null)))
                .isEqualTo(new Knock.Open());
    }

    private static void greet(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("SSH-2.0-OpenSSH_4.3\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_port_that_hangs_up_without_a_word_is_silent() throws IOException {
        ServerSocket forwarder = listening();
        Thread hangingUp = new Thread(() -> hangUp(forwarder));
        hangingUp.start();

        assertThat(reach(forwarder.getLocalPort(), PATIENCE).knock(device(Family.LINUX, HERE, null)))
                .isEqualTo(new Knock.Silent());
    }

    private static void hangUp(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerSocket listening() throws IOException {
        return closing(new ServerSocket(0, 5, InetAddress.getByName(HERE)));
    }

    @Test
    void a_port_that_nobody_listens_on_is_silent() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            port = gone.getLocalPort();
        }
        assertThat(reach(port, PATIENCE).knock(device(Family.LINUX, HERE, null)))
                .isEqualTo(new Knock.Silent());
        assertThat(reach(port, PATIENCE).knock(device(Family.WINDOWS, HERE, null)))
                .isEqualTo(new Knock.Silent());
    }

    /** As much of RDP as the first answer. */
    private ServerSocket confirming() throws IOException {
        ServerSocket rdp = listening();
        Thread answering = new Thread(() -> confirm(rdp));
        answering.start();
        return rdp;
    }

    private static void confirm(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(19);
            socket.getOutputStream().write(new byte[] {3, 0, 0, 11, 6, (byte) 0xd0, 0, 0, 0x12, 0x34, 0});
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void windows_answers_on_its_own_port_without_a_key() throws IOException {
        NetworkReach reach = closing(new NetworkReach(1, confirming().getLocalPort(), PATIENCE));

        assertThat(reach.knock(device(Family.WINDOWS, HERE, null))).isEqualTo(new Knock.Open());
    }

    @Test
    void bare_metal_without_a_system_may_be_in_a_windows_rescue() throws IOException {
        NetworkReach reach = closing(new NetworkReach(1, confirming().getLocalPort(), PATIENCE));

        assertThat(reach.knock(device(Family.NONE, HERE, null))).isEqualTo(new Knock.Open());
    }

    @Test
    void the_private_address_is_tried_when_the_public_one_is_silent() throws Exception {
        KeyPair keys = keys("EC", 256);
        SshServer server = server(SshServer.setUpDefaultServer(), keys, 0);

        assertThat(reach(server.getPort(), PATIENCE).knock(device(Family.LINUX, "127.0.0.2", HERE)))
                .isEqualTo(new Knock.HostKey(fingerprint(keys)));
    }

    @Test
    void what_is_no_address_is_not_looked_up() {
        NetworkReach reach = reach(1, PATIENCE);

        assertThat(reach.knock(device(Family.LINUX, null, null))).isEqualTo(new Knock.Silent());
        assertThat(reach.knock(device(Family.LINUX, "localhost", "example.com; rm")))
                .isEqualTo(new Knock.Silent());
    }

    @Test
    void a_knock_whose_time_is_over_before_it_begins_is_silent() throws IOException {
        ServerSocket server = listening();
        NetworkReach late = reach(server.getLocalPort(), Duration.ofMillis(-200));

        assertThat(late.knock(device(Family.LINUX, HERE, HERE))).isEqualTo(new Knock.Silent());
        assertThat(late.knock(device(Family.WINDOWS, HERE, HERE))).isEqualTo(new Knock.Silent());
    }
}
