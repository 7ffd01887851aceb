package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.sandbox.softlayer.query.Schema;
import org.junit.jupiter.api.Test;

class PropertyTableTest {

    private final Schema schema = Schema.load();

    @Test
    void every_guest_property_is_in_the_schema() {
        assertThat(GuestProperties.PROPERTIES.names())
                .allMatch(name ->
                        schema.relationType("SoftLayer_Virtual_Guest", name).isPresent());
    }

    @Test
    void every_hardware_property_is_in_the_schema() {
        assertThat(HardwareProperties.PROPERTIES.names())
                .allMatch(name ->
                        schema.relationType("SoftLayer_Hardware_Server", name).isPresent());
    }
}
