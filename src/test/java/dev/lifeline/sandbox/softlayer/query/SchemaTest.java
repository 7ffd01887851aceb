package dev.lifeline.sandbox.softlayer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final Schema schema = Schema.load();

    @Test
    void it_equals_what_is_generated_from_the_providers_client() throws Exception {
        assertThat(lines()).containsSubsequence(SchemaGenerator.schemaLines());
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Schema.class.getResourceAsStream("schema.txt")), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @Test
    void local_and_relational_properties_are_told_apart() {
        assertThat(schema.findProperty("SoftLayer_Virtual_Guest", "hostname")
                        .orElseThrow()
                        .relational())
                .isFalse();
        assertThat(schema.findProperty("SoftLayer_Virtual_Guest", "primaryIpAddress")
                        .orElseThrow()
                        .relational())
                .isTrue();
    }

    @Test
    void hardware_has_no_power_state_and_only_servers_have_an_active_transaction() {
        assertThat(schema.findProperty("SoftLayer_Hardware_Server", "powerState"))
                .isEmpty();
        assertThat(schema.findProperty("SoftLayer_Hardware", "activeTransaction"))
                .isEmpty();
        assertThat(schema.findProperty("SoftLayer_Hardware_Server", "activeTransaction"))
                .isPresent();
        assertThat(schema.findProperty("SoftLayer_Hardware_Server", "lastTransaction"))
                .isPresent();
    }

    @Test
    void properties_newer_than_the_client_are_included() {
        assertThat(schema.findProperty("SoftLayer_User_Customer", "permissionCheckLikeMasterUserFlag"))
                .isPresent();
    }
}
