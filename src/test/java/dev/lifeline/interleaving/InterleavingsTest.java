package dev.lifeline.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What runs in several threads of one process, in many of the orders in which they may run. */
class InterleavingsTest {

    private static final int DAILY_INVOCATIONS = 30;
    private static final int LONG_INVOCATIONS = 3_000;

    /** Small scenarios are explored fast. */
    private static final int PLANTED_INVOCATIONS = 1_000;

    @Test
    void in_no_order_of_its_threads_a_promise_is_broken() {
        assertThat(Explorer.failures(
                        DAILY_INVOCATIONS, List.copyOf(Scenarios.product().keySet())))
                .isEmpty();
    }

    @Test
    @Tag("long")
    void in_thousands_of_orders_no_promise_is_broken() {
        assertThat(Explorer.failures(
                        LONG_INVOCATIONS, List.copyOf(Scenarios.product().keySet())))
                .isEmpty();
    }

    @Test
    void every_planted_race_is_found() {
        List<String> planted = List.copyOf(PlantedRaces.scenarios().keySet());
        List<String> failures = Explorer.failures(PLANTED_INVOCATIONS, planted);
        assertThat(failures).hasSameSizeAs(planted);
        for (String race : planted) assertThat(failures).anyMatch(failure -> failure.contains(race));
    }
}
