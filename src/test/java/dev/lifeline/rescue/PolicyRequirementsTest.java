package dev.lifeline.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PolicyRequirementsTest {

    @Test
    @Timeout(20)
    void attack_a_reason_made_for_an_expression_that_backtracks_is_answered_at_once() {
        PolicyRequirements.ConfirmationRequirements confirmationRequirements =
                new PolicyRequirements.ConfirmationRequirements(Optional.of("(a+)+(b|a*)*$"), Optional.empty());

        assertThat(confirmationRequirements.acceptsReason("a".repeat(Confirmation.MAX_REASON_CHARS - 1) + "!"))
                .isFalse();
        assertThat(confirmationRequirements.acceptsReason("a".repeat(Confirmation.MAX_REASON_CHARS)))
                .isTrue();
    }

    @Test
    void the_whole_reason_has_to_match() {
        PolicyRequirements.ConfirmationRequirements confirmationRequirements =
                new PolicyRequirements.ConfirmationRequirements(Optional.of("INC-[0-9]+.*"), Optional.empty());

        assertThat(confirmationRequirements.acceptsReason("INC-42 the disk is full"))
                .isTrue();
        assertThat(confirmationRequirements.acceptsReason("see INC-42")).isFalse();
        assertThat(PolicyRequirements.ConfirmationRequirements.NONE.acceptsReason(""))
                .isTrue();
    }
}
