package dev.lifeline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The RDP connection sequence: the examples of [MS-RDPBCGR] 4.1.1 and 4.1.2, and near misses. */
class RdpProbeTest {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private ProbeResult probe(Duration timeout) {
        return RdpProbe.probe(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), timeout);
    }

    /** Reads the request, sends these bytes, and waits for the client to disconnect. */
    private CompletableFuture<String> respondWith(String hex) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                byte[] request = socket.getInputStream().readNBytes(19);
                socket.getOutputStream().write(HexFormat.of().parseHex(hex));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
                return HexFormat.of().formatHex(request);
            } catch (IOException e) {
                return "";
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // TLS or CredSSP chosen; no negotiation, as before Windows Vista; negotiation refused
                "030000130ed000001234000200080001000000",
                "030000130ed000001234000200080002000000",
                "0300000b06d00000123400",
                "030000130ed000001234000300080005000000"
            })
    void a_confirm_is_rdp_whatever_it_negotiates(String confirm) {
        respondWith(confirm);

        assertThat(probe(PROBE_TIMEOUT)).isEqualTo(new ProbeResult.PortOpen());
    }

    @Test
    void the_request_is_the_one_of_the_protocol() {
        CompletableFuture<String> request = respondWith("0300000b06d00000123400");
        probe(PROBE_TIMEOUT);

        assertThat(request.join()).isEqualTo("030000130ee000000000000100080003000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "03",
                "0300000b06",
                // a request, a disconnect, a length that is not its own, another protocol
                "0300000b06e00000123400",
                "0300000b06800000123400",
                "0300ffff06d00000123400",
                "0300000b07d00000123400",
                "5353482d322e302d4f70656e5353480d0a",
                "485454502f312e3120343030"
            })
    void P3_what_is_no_confirm_is_silence(String answer) {
        respondWith(answer);

        assertThat(probe(PROBE_TIMEOUT)).isEqualTo(new ProbeResult.NoAnswer());
    }

    @Test
    void P3_a_connection_that_is_accepted_without_a_response_proves_nothing() {
        assertThat(probe(Duration.ofMillis(200))).isEqualTo(new ProbeResult.NoAnswer());
    }
}
