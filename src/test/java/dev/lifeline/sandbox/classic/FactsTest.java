package dev.lifeline.sandbox.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.sandbox.classic.query.Schema;
import org.junit.jupiter.api.Test;

class FactsTest {

    private final Schema schema = Schema.load();

    @Test
    void everything_said_of_a_guest_is_a_property_of_guests() {
        assertThat(GuestFacts.ALL.names())
                .allMatch(name -> schema.typeOf("SoftLayer_Virtual_Guest", name).isPresent());
    }

    @Test
    void everything_said_of_hardware_is_a_property_of_servers() {
        assertThat(HardwareFacts.ALL.names())
                .allMatch(
                        name -> schema.typeOf("SoftLayer_Hardware_Server", name).isPresent());
    }
}
