package dev.lifeline.sandbox.softlayer.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HostPortsTest {

    @Test
    void on_addresses_of_their_own_all_devices_have_the_same_port() {
        HostPorts hostPorts = new HostPorts(true, 5000, 5001);
        assertThat(hostPorts.socketAddress("127.20.0.9", hostPorts.sshPort(), 8).getPort())
                .isEqualTo(5000);
    }

    @Test
    void on_one_address_every_device_has_ports_of_its_own() {
        HostPorts hostPorts = new HostPorts(false, 5000, 5001);
        assertThat(hostPorts.socketAddress("127.0.0.1", hostPorts.sshPort(), 3).getPort())
                .isEqualTo(5006);
        assertThat(hostPorts.socketAddress("127.0.0.1", hostPorts.rdpPort(), 3).getPort())
                .isEqualTo(5007);
        assertThat(hostPorts
                        .socketAddress("127.0.0.1", hostPorts.sshPort(), 90_000)
                        .getPort())
                .isBetween(1024, 65_535);
    }

    @Test
    void a_second_account_answers_on_the_ports_of_the_first_at_other_addresses() throws IOException {
        FakeSoftLayerOptions options = FakeSoftLayerOptions.defaultsOnPort(0);
        try (FakeSoftLayer first = FakeSoftLayer.start(options);
                FakeSoftLayer second = FakeSoftLayer.start(options.withSshPort(first.sshPort())
                        .withRdpPort(first.rdpPort())
                        .ofSecondAccount())) {
            assertThat(second.sshPort()).isEqualTo(first.sshPort());
        }
    }
}
