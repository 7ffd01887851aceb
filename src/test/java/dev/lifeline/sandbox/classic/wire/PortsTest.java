package dev.lifeline.sandbox.classic.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void on_addresses_of_their_own_all_devices_have_the_same_port() {
        Ports ports = new Ports(true, 5000, 5001);
        assertThat(ports.of("127.20.0.9", ports.ssh(), 8).getPort()).isEqualTo(5000);
    }

    @Test
    void on_one_address_every_device_has_ports_of_its_own() {
        Ports ports = new Ports(false, 5000, 5001);
        assertThat(ports.of("127.0.0.1", ports.ssh(), 3).getPort()).isEqualTo(5006);
        assertThat(ports.of("127.0.0.1", ports.rdp(), 3).getPort()).isEqualTo(5007);
        assertThat(ports.of("127.0.0.1", ports.ssh(), 90_000).getPort()).isBetween(1024, 65_535);
    }
}
