package dev.lifeline.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClearanceTest {

    @Test
    @Timeout(20)
    void attack_a_reason_made_for_an_expression_that_backtracks_is_answered_at_once() {
        Clearance.Terms terms = new Clearance.Terms(Optional.of("(a+)+(b|a*)*$"), Optional.empty());

        assertThat(terms.takes("a".repeat(Confirmation.LONGEST_REASON - 1) + "!"))
                .isFalse();
        assertThat(terms.takes("a".repeat(Confirmation.LONGEST_REASON))).isTrue();
    }

    @Test
    void the_whole_reason_has_to_match() {
        Clearance.Terms terms = new Clearance.Terms(Optional.of("INC-[0-9]+.*"), Optional.empty());

        assertThat(terms.takes("INC-42 the disk is full")).isTrue();
        assertThat(terms.takes("see INC-42")).isFalse();
        assertThat(Clearance.Terms.NONE.takes("")).isTrue();
    }
}
