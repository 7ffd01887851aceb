package dev.lifeline.sandbox.softlayer.host;

import static org.assertj.core.api.Assertions.assertThat;

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
}
