package dev.lifeline.device;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device is known by: its id, its name, its addresses and ports. */
class DeviceNamingTest {

    @ParameterizedTest
    @ValueSource(strings = {"virtual_guest:7007", "hardware:1", "hardware:9007199254740993"})
    void an_id_that_was_written_is_read_as_the_same(String text) {
        assertThat(DeviceId.parse(text)).hasToString(text);
        assertThat(DeviceId.parse("virtual_guest:7007")).isEqualTo(DeviceId.virtualGuest(7007));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7007", ":7007", "virtual_guest:", "virtual_guest:x", "toaster:7", "hardware:0"})
    void P9_what_is_no_id_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.parse(text));
    }

    @Test
    void P9_a_text_without_a_type_is_named_in_the_refusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceId.parse("7007"))
                .withMessageContaining("7007");
    }

    @Test
    void ids_are_positive() {
        assertThat(DeviceId.hardware(1).value()).isEqualTo(1);
        assertThatThrownBy(() -> DeviceId.hardware(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "web-07, example.com, WEB-07, true",
        "web-07, example.com, Web-07.Example.COM, true",
        "Web-07, Example.com, web-07.example.com, true",
        "Web-07, Example.com, web-07, true",
        "web-07, example.com, web-07., false",
        "web-07, example.com, web-7, false",
        "web-07, example.com, example.com, false",
        "web-07, '', web-07, true"
    })
    void a_name_is_matched_whole_and_without_case(String hostname, String domain, String typed, boolean matches) {
        assertThat(new DeviceName(hostname, domain).matches(typed)).isEqualTo(matches);
    }

    @Test
    void the_public_address_goes_before_the_private_one() {
        Addresses both = new Addresses(Optional.of("127.0.7.7"), Optional.of("10.0.7.7"));

        assertThat(both.preferred()).contains("127.0.7.7");
        assertThat(both.all()).containsExactly("127.0.7.7", "10.0.7.7");
        assertThat(new Addresses(Optional.empty(), Optional.of("10.0.7.7")).preferred())
                .contains("10.0.7.7");
        assertThat(Addresses.NONE.preferred()).isEmpty();
    }

    @Test
    void every_tcp_port_may_be_set() {
        assertThat(new Ports(1, 65_535)).isEqualTo(new Ports(1, 65_535));
    }

    @Test
    void a_step_is_shown_by_its_friendly_name_or_else_by_its_own() {
        assertThat(new Transaction(1, "RESCUE_BOOT", "Booting", NOON, Optional.empty()).displayName())
                .isEqualTo("Booting");
        assertThat(new Transaction(1, "RESCUE_BOOT", "", NOON, Optional.empty()).displayName())
                .isEqualTo("RESCUE_BOOT");
    }

    @Test
    void P3_a_row_without_power_and_transactions_says_nothing() {
        assertThat(DeviceStatus.UNKNOWN.isKnown()).isFalse();
        assertThat(DeviceStatus.UNKNOWN.newestTransactionId()).isZero();
        assertThat(with(PowerState.ON, Optional.empty()).isKnown()).isTrue();
        assertThat(with(PowerState.UNKNOWN, Optional.of(transaction(5))).isKnown())
                .isTrue();
    }

    private static DeviceStatus with(PowerState powerState, Optional<Transaction> last) {
        return new DeviceStatus(powerState, Optional.empty(), last, OptionalLong.empty(), Optional.empty());
    }

    @Test
    void P1_the_newest_transaction_is_the_running_one_or_the_last() {
        assertThat(statusWithTransaction(transaction(9), PowerState.ON).newestTransactionId())
                .isEqualTo(9);
        assertThat(with(PowerState.ON, Optional.of(transaction(5))).newestTransactionId())
                .isEqualTo(5);
    }

    @Test
    void a_password_of_blanks_is_none() {
        assertThat(Secret.of(" \t".toCharArray()).containsOnlyBlanks()).isTrue();
        assertThat(Secret.of(new char[0]).containsOnlyBlanks()).isTrue();
        assertThat(Secret.of(" x ".toCharArray()).containsOnlyBlanks()).isFalse();
    }
}
