package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network listeners of devices, through their whole life cycle. */
class FakeHostsTest {

    private static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";
    private static final byte[] RDP_REQUEST = {3, 0, 0, 19, 14, (byte) 0xe0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 3, 0, 0, 0};

    private final SettableClock clock = new SettableClock();
    private final SshClient ssh = SshClient.setUpDefaultClient();
    private FakeSoftLayer softLayer;
    private RestClient restClient;

    @BeforeEach
    void start() throws IOException {
        softLayer = FakeSoftLayer.start(
                FakeSoftLayerOptions.defaultsOnPort(0).withClock(clock).withGeneratedDevices(20));
        restClient = RestClient.forBotUser(softLayer);
        ssh.start();
    }

    @AfterEach
    void stop() {
        ssh.stop();
        softLayer.close();
    }

    @Test
    void the_ssh_host_key_presented_is_the_one_reported() throws IOException {
        assertThat(hostKey("web-07"))
                .isEqualTo(restClient.deviceState("web-07").path("hostKey").asText());
        assertThat(hostKey("web-08")).isNotEqualTo(hostKey("web-07"));
    }

    @Test
    void host_keys_follow_the_seed() throws IOException {
        String here = restClient.deviceState("web-07").path("hostKey").asText();
        try (FakeSoftLayer same = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0));
                FakeSoftLayer other = FakeSoftLayer.start(
                        FakeSoftLayerOptions.defaultsOnPort(0).withSeed(7))) {
            assertThat(RestClient.forBotUser(same)
                            .deviceState("web-07")
                            .path("hostKey")
                            .asText())
                    .isEqualTo(here);
            assertThat(RestClient.forBotUser(other)
                            .deviceState("web-07")
                            .path("hostKey")
                            .asText())
                    .isNotEqualTo(here);
        }
    }

    @Test
    void nothing_answers_between_normal_operation_and_rescue() {
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofSeconds(30));
        await().until(() -> restClient.deviceState("web-07").path("hostKey").isNull());
        JsonNode device = restClient.deviceState("web-07");
        assertThatThrownBy(() -> openSocket(device, "sshPort").close()).isInstanceOf(IOException.class);
    }

    @Test
    void the_recorded_password_logs_in_to_rescue_and_a_reboot_typed_there_ends_it() throws IOException {
        restClient.get(WEB_07 + "/executeRescueLayer");
        clock.advance(Duration.ofSeconds(300));
        await().until(() -> restClient.deviceState("web-07").path("hostKey").isTextual());
        assertThat(runCommand("web-07", "hostname")).isEqualTo("rescue");
        runCommand("web-07", "reboot");
        await().until(() -> {
            clock.advance(Duration.ofSeconds(30));
            JsonNode device = restClient.deviceState("web-07");
            return !device.path("inRescue").asBoolean()
                    && device.path("hostKey").isTextual();
        });
        assertThat(runCommand("web-07", "hostname")).isEqualTo("web-07");
    }

    @Test
    void a_wrong_password_is_refused() throws IOException {
        JsonNode device = restClient.deviceState("web-08");
        try (ClientSession session = openSession(device)) {
            session.addPasswordIdentity("guess");
            assertThatThrownBy(() -> session.auth().verify(10, TimeUnit.SECONDS))
                    .isInstanceOf(SshException.class);
        }
    }

    @Test
    void trap_22_a_small_guests_rescue_offers_only_algorithms_of_2007() throws IOException {
        restClient.get("SoftLayer_Virtual_Guest/104870117/executeRescueLayer");
        clock.advance(Duration.ofSeconds(300));
        JsonNode device = restClient.deviceState("tiny-01");
        assertThatThrownBy(() -> openSession(device).auth().verify(10, TimeUnit.SECONDS))
                .isInstanceOf(IOException.class);
        enableLegacyAlgorithms();
        assertThat(runCommand("tiny-01", "hostname")).isEqualTo("rescue");
        assertThat(hostKey("tiny-01")).isEqualTo(device.path("hostKey").asText());
    }

    @SuppressWarnings("deprecation") // the algorithms must be outdated
    private void enableLegacyAlgorithms() {
        ssh.setKeyExchangeFactories(
                NamedFactory.setUpTransformedFactories(false, List.of(BuiltinDHFactories.dhg14), ClientBuilder.DH2KEX));
        ssh.setSignatureFactories(List.of(BuiltinSignatures.rsa));
        ssh.setMacFactories(List.of(BuiltinMacs.hmacsha1));
    }

    @Test
    void windows_answers_rdp_with_a_negotiation() throws IOException {
        try (Socket socket = openSocket(restClient.deviceState("win-03"), "rdpPort")) {
            socket.getOutputStream().write(RDP_REQUEST);
            byte[] answer = socket.getInputStream().readNBytes(19);
            assertThat(answer).startsWith(3, 0, 0, 19, 14, 0xd0);
            assertThat(answer[11]).isEqualTo((byte) 2);
            assertThat(answer[15]).isEqualTo((byte) 1);
        }
    }

    @Test
    void bare_metal_without_an_operating_system_answers_in_rescue_only() {
        assertThat(restClient.deviceState("bare-09").path("hostKey").isNull()).isTrue();
        restClient.post("SoftLayer_Hardware_Server/2155318/bootToRescueLayer", "[\"LINUX\"]");
        clock.advance(Duration.ofSeconds(700));
        await().until(() -> restClient.deviceState("bare-09").path("hostKey").isTextual());
    }

    @Test
    void a_generated_device_answers_once_it_was_called() {
        JsonNode extra = null;
        for (JsonNode device : restClient.controlCall("GET", "devices", "").json())
            if (device.path("id").asLong() > 105_000_000
                    && device.path("address").isTextual()) extra = device;
        assertThat(extra).isNotNull();
        assertThat(extra.path("hostKey").isNull()).isTrue();
        String name = extra.path("name").asText();
        restClient.get("SoftLayer_Virtual_Guest/" + extra.path("id").asLong());
        JsonNode looked = restClient.deviceState(name);
        assertThat(looked.path("hostKey").isTextual() || isWindows(looked)).isTrue();
    }

    private boolean isWindows(JsonNode device) {
        return restClient
                .getWithMask(
                        "SoftLayer_Virtual_Guest/" + device.path("id").asLong(), "mask[operatingSystemReferenceCode]")
                .json()
                .path("operatingSystemReferenceCode")
                .asText()
                .startsWith("WIN");
    }

    @Test
    void a_cancelled_device_is_gone_from_api_and_network() {
        restClient.controlCall("POST", "happens", "{\"device\":\"web-07\",\"what\":\"is cancelled\"}");
        assertThat(restClient.get(WEB_07).status()).isEqualTo(404);
        JsonNode device = restClient.deviceState("web-07");
        assertThatThrownBy(() -> openSocket(device, "sshPort").close()).isInstanceOf(IOException.class);
    }

    private static Socket openSocket(JsonNode device, String port) throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(
                        device.path("address").asText(), device.path(port).asInt()),
                5000);
        socket.setSoTimeout(5000);
        return socket;
    }

    private ClientSession openSession(JsonNode device) throws IOException {
        return ssh.connect(
                        "root",
                        device.path("address").asText(),
                        device.path("sshPort").asInt())
                .verify(10, TimeUnit.SECONDS)
                .getSession();
    }

    private String hostKey(String name) throws IOException {
        AtomicReference<String> seen = new AtomicReference<>();
        ssh.setServerKeyVerifier((session, address, key) -> {
            seen.set(KeyUtils.getFingerPrint(key));
            return true;
        });
        runCommand(name, "exit");
        return seen.get();
    }

    private String runCommand(String name, String command) throws IOException {
        JsonNode device = restClient.deviceState(name);
        String password = restClient
                .getWithMask(
                        "SoftLayer_Virtual_Guest/" + device.path("id").asLong(), "mask[operatingSystem[passwords]]")
                .json()
                .at("/operatingSystem/passwords/0/password")
                .asText();
        try (ClientSession session = openSession(device)) {
            session.addPasswordIdentity(password);
            session.auth().verify(10, TimeUnit.SECONDS);
            return session.executeRemoteCommand(command, System.err, StandardCharsets.UTF_8)
                    .trim();
        }
    }
}
