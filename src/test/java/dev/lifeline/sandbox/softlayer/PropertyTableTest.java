package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.sandbox.softlayer.query.Schema;
import org.junit.jupiter.api.Test;

class PropertyTableTest {

    private final Schema schema = Schema.load();

    @Test
    void everything_said_of_a_guest_is_a_property_of_guests() {
        assertThat(GuestProperties.PROPERTIES.names())
                .allMatch(name ->
                        schema.relationType("SoftLayer_Virtual_Guest", name).isPresent());
    }

    @Test
    void everything_said_of_hardware_is_a_property_of_servers() {
        assertThat(HardwareProperties.PROPERTIES.names())
                .allMatch(name ->
                        schema.relationType("SoftLayer_Hardware_Server", name).isPresent());
    }
}
