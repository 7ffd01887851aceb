package dev.lifeline.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids and texts of a request at their limits. */
class RequestValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "REQUEST00007", "request-00007", "request 00007"})
    void P9_a_request_is_looked_up_by_an_opaque_id_only(String forged) {
        assertThat(RequestId.isWellFormed(forged)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(forged));
        assertThat(new RequestId("request00007")).hasToString("request00007");
    }

    @Test
    void a_channel_id_has_eighty_characters_at_most() {
        String longest = "C".repeat(80);

        assertThat(new ChannelId(longest)).hasToString(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new ChannelId(longest + "C"));
    }

    @Test
    void a_confirmed_reason_has_five_hundred_characters_at_most() {
        String longest = "x".repeat(Confirmation.MAX_REASON_CHARS);

        assertThat(new Confirmation(RescueSystem.AS_INSTALLED, longest, false).reason())
                .isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Confirmation(RescueSystem.AS_INSTALLED, longest + "x", false));
    }
}
