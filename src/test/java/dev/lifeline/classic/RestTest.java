package dev.lifeline.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Rest rest = new Rest(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void nobody_rests_before_the_provider_complains() {
        assertThat(rest.left()).isEqualTo(Duration.ZERO);
    }

    @Test
    void all_rest_for_a_second_after_a_complaint_and_twice_as_long_after_the_next() {
        rest.refused();
        assertThat(rest.left()).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(rest.left()).isEqualTo(Duration.ZERO);

        rest.refused();
        assertThat(rest.left()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void calls_that_were_on_their_way_when_it_complained_count_once() {
        rest.refused();
        rest.refused();
        rest.served();
        assertThat(rest.left()).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        rest.refused();
        assertThat(rest.left()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void it_never_rests_longer_than_eight_seconds_and_begins_anew_when_served() {
        for (int complaint = 0; complaint < 10; complaint++) {
            rest.refused();
            pass(rest.left().minusNanos(1));
            assertThat(rest.left()).isLessThanOrEqualTo(Duration.ofSeconds(8));
            pass(Duration.ofNanos(1));
        }
        rest.served();
        rest.refused();
        assertThat(rest.left()).isEqualTo(Duration.ofSeconds(1));
    }
}
