package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Budgets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnBudgetsTest {

    private static final Budgets.Rate THREE_AND_ONE_A_SECOND = new Budgets.Rate(Duration.ofSeconds(1), 3);

    private final SettableClock clock = new SettableClock();
    private final Budgets pace = new OwnBudgets(clock);

    @Test
    void after_a_burst_it_is_one_at_a_time() {
        assertThat(taken(5)).isEqualTo(3);
        clock.pass(Duration.ofSeconds(1));
        assertThat(taken(5)).isEqualTo(1);
    }

    @Test
    void a_quiet_time_earns_a_burst_and_no_more() {
        taken(3);
        clock.pass(Duration.ofHours(1));

        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void asking_too_early_costs_nothing() {
        taken(3);
        for (int i = 0; i < 9; i++) {
            clock.pass(Duration.ofMillis(100));
            assertThat(pace.take("key", THREE_AND_ONE_A_SECOND)).contains(SettableClock.NOON.plusSeconds(1));
        }
        clock.pass(Duration.ofMillis(100));

        assertThat(pace.take("key", THREE_AND_ONE_A_SECOND)).isEmpty();
    }

    @Test
    void keys_do_not_slow_each_other() {
        taken(3);

        assertThat(pace.take("other", THREE_AND_ONE_A_SECOND)).isEmpty();
    }

    private long taken(int times) {
        return IntStream.range(0, times)
                .filter(i -> pace.take("key", THREE_AND_ONE_A_SECOND).isEmpty())
                .count();
    }
}
