package dev.lifeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void shows_the_median_and_both_ends() {
        assertThat(new Spread(List.of(12.0, 0.5, 3.25))).hasToString("3.25 (0.50 – 12)");
    }

    @Test
    void shows_one_round_without_a_spread() {
        assertThat(new Spread(List.of(1_234.5))).hasToString("1,235");
    }

    @Test
    void says_so_where_nothing_was_measured() {
        assertThat(new Spread(List.of())).hasToString("*not measured yet*");
    }

    @Test
    void percentiles_are_of_the_nearest_rank() {
        Latencies latencies = Latencies.ofNanos(new long[] {3_000_000, 1_000_000, 2_000_000, 4_000_000});

        assertThat(latencies.p50()).isEqualTo(2);
        assertThat(latencies.p99()).isEqualTo(4);
    }
}
