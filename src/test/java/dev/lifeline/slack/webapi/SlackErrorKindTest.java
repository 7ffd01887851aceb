package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Outage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which errors of Slack are over by themselves. */
class SlackErrorKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "internal_error", "service_unavailable"})
    void a_rate_limit_and_a_failure_are_over_by_themselves(String code) {
        assertThat(SlackErrorKind.fromCode(code).outage()).isEqualTo(Outage.TEMPORARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "token_revoked", "invalid_auth", "user_not_found", "a_code_of_tomorrow"})
    void what_the_bots_installation_lacks_is_not(String code) {
        assertThat(SlackErrorKind.fromCode(code).outage()).isEqualTo(Outage.PERMANENT);
    }

    @Test
    void no_answer_at_all_is() {
        assertThat(SlackErrorKind.UNAVAILABLE.outage()).isEqualTo(Outage.TEMPORARY);
    }
}
