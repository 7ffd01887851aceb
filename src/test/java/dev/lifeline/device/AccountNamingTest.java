package dev.lifeline.device;

import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.CloudUserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNamingTest {

    private static final AccountName LAB = new AccountName("lab");

    /** What was stored before there were accounts is of the main one, and reads as before. */
    @Test
    void an_id_of_the_main_account_names_no_account() {
        assertThat(WEB_07_ID.in(AccountName.MAIN)).isEqualTo(WEB_07_ID).hasToString("virtual_guest:7007");
        assertThat(DeviceId.parse("virtual_guest:7007").account()).isEqualTo(AccountName.MAIN);
        assertThat(new CloudUserId(5).in(AccountName.MAIN))
                .isEqualTo(new CloudUserId(5))
                .hasToString("5");
    }

    @Test
    void an_id_of_another_account_names_it() {
        assertThat(DeviceId.parse("lab/virtual_guest:7007")).isEqualTo(WEB_07_ID.in(LAB));
        assertThat(WEB_07_ID.in(LAB)).hasToString("lab/virtual_guest:7007").isNotEqualTo(WEB_07_ID);
        assertThat(CloudUserId.parse("lab/5"))
                .isEqualTo(new CloudUserId(5).in(LAB))
                .hasToString("lab/5");
        assertThatThrownBy(() -> DeviceId.parse("L A B/virtual_guest:7007"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** So that a person has one drill at most, whatever the account. */
    @Test
    void the_device_of_a_drill_is_one_in_all_accounts() {
        DeviceId drill = DeviceId.simulated("U0ASHA", Optional.of(WEB_07_ID.in(LAB)));

        assertThat(drill.account()).isEqualTo(LAB);
        assertThat(drill)
                .hasToString(DeviceId.simulated("U0ASHA", Optional.empty()).toString());
    }

    @Test
    void a_device_is_named_with_its_account_where_there_are_several() {
        assertThat(WEB_07.label()).isEqualTo("web-07.example.com");
        assertThat(WEB_07.in(AccountName.MAIN).label()).isEqualTo("main:web-07.example.com");
        assertThat(WEB_07.in(LAB).typedName()).isEqualTo("lab:web-07");
        assertThat(WEB_07.in(LAB).isIdentifiedBy("LAB: web-07")).isTrue();
        assertThat(WEB_07.in(LAB).isIdentifiedBy("main:web-07")).isFalse();
        assertThat(WEB_07.isIdentifiedBy("main:web-07")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "lab:web-07, lab, web-07",
        "Main: web-07, main, web-07",
        "lab:10.0.0.7, lab, 10.0.0.7",
        "web-07, , web-07",
        "fe80::1, , fe80::1",
        "laboratory:web-07, , laboratory:web-07",
        "lab://web-07, , lab://web-07"
    })
    void a_colon_belongs_to_the_account_whose_name_stands_before_it(String typed, String account, String name) {
        AccountReference reference = AccountReference.parse(typed, List.of(AccountName.MAIN, LAB));

        assertThat(reference.account()).isEqualTo(Optional.ofNullable(account).map(AccountName::new));
        assertThat(reference.name()).isEqualTo(name);
    }

    @Test
    void with_one_account_no_colon_belongs_to_it() {
        assertThat(AccountReference.parse("main:web-07", List.of(AccountName.MAIN))
                        .name())
                .isEqualTo("main:web-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "7up", "l_ab", "a-name-of-21-characte", "lab:"})
    void not_everything_is_the_name_of_an_account(String text) {
        assertThat(AccountName.isName(text)).isFalse();
        assertThatThrownBy(() -> new AccountName(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
