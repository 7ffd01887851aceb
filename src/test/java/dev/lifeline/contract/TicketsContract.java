package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.ASHA;
import static dev.lifeline.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Ticket;
import dev.lifeline.access.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does everybody rely on who offers links? Its clock stands at {@link Samples#NOON}. */
public abstract class TicketsContract {

    private static final Instant UNTIL = NOON.plus(Duration.ofMinutes(10));

    protected abstract Tickets tickets();

    @Test
    void a_ticket_is_found_by_its_code() {
        String code = tickets().offer(ASHA.person(), UNTIL);
        assertThat(code).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(tickets().find(code)).contains(new Ticket(ASHA.person(), UNTIL, Optional.empty(), false));
    }

    @Test
    void no_two_codes_are_alike_and_the_newest_voids_the_others() {
        String first = tickets().offer(ASHA.person(), UNTIL);
        String second = tickets().offer(ASHA.person(), UNTIL);
        assertThat(second).isNotEqualTo(first);
        assertThat(tickets().find(first)).isEmpty();
        assertThat(tickets().find(second)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "x.y", "..", "AAAA.AAAA"})
    void a_code_that_was_never_given_is_nothing(String forged) {
        tickets().offer(ASHA.person(), UNTIL);
        assertThat(tickets().find(forged)).isEmpty();
        assertThat(tickets().takeTry(forged)).isFalse();
        assertThat(tickets().prove(forged, ASHA.user())).isEmpty();
        assertThat(tickets().confirm(forged, "")).isFalse();
    }

    @Test
    void a_code_with_another_signature_is_nothing() {
        String code = tickets().offer(ASHA.person(), UNTIL);
        char last = code.charAt(code.length() - 2) == 'A' ? 'B' : 'A';
        String forged = code.substring(0, code.length() - 2) + last + code.charAt(code.length() - 1);
        assertThat(tickets().find(forged)).isEmpty();
    }

    @Test
    void there_are_so_many_tries_and_no_more() {
        String code = tickets().offer(ASHA.person(), UNTIL);
        for (int i = 0; i < Tickets.TRIES; i++)
            assertThat(tickets().takeTry(code)).isTrue();
        assertThat(tickets().takeTry(code)).isFalse();
    }

    @Test
    void only_the_first_proof_counts() {
        String code = tickets().offer(ASHA.person(), UNTIL);
        assertThat(tickets().prove(code, ASHA.user())).isPresent();
        assertThat(tickets().prove(code, ASHA.user())).isEmpty();
        assertThat(tickets().takeTry(code)).isFalse();
        assertThat(tickets().find(code).flatMap(Ticket::proved)).contains(ASHA.user());
    }

    @Test
    void it_is_confirmed_once() {
        String code = tickets().offer(ASHA.person(), UNTIL);
        String confirmation = tickets().prove(code, ASHA.user()).orElseThrow();
        assertThat(tickets().confirm(code, "another")).isFalse();
        assertThat(tickets().confirm(code, confirmation)).isTrue();
        assertThat(tickets().confirm(code, confirmation)).isFalse();
        assertThat(tickets().find(code)).get().matches(Ticket::used);
    }

    @Test
    void of_many_at_once_one_confirms() throws Exception {
        String code = tickets().offer(ASHA.person(), UNTIL);
        String confirmation = tickets().prove(code, ASHA.user()).orElseThrow();
        List<Boolean> answers = AtOnce.all(8, i -> tickets().confirm(code, confirmation));
        assertThat(answers).containsOnlyOnce(true);
    }

    @Test
    void what_is_over_takes_no_step() {
        String code = tickets().offer(ASHA.person(), NOON);
        assertThat(tickets().find(code)).get().matches(ticket -> ticket.over(NOON));
        assertThat(tickets().takeTry(code)).isFalse();
        assertThat(tickets().prove(code, ASHA.user())).isEmpty();
    }
}
