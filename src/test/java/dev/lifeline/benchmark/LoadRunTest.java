package dev.lifeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.benchmark.LoadRun.Outcome;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadRunTest {

    private final LoadRun run = new LoadRun(1, 3, System.nanoTime() - TimeUnit.SECONDS.toNanos(10));

    @Test
    void latency_counts_from_when_a_command_was_due() {
        run.responded(0, Outcome.ACKED);

        assertThat(run.acknowledgements().count()).isEqualTo(1);
        assertThat(run.acknowledgements().p50()).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void a_command_without_a_response_has_no_latency_and_is_counted() {
        run.responded(0, Outcome.FAILED);
        run.responded(1, Outcome.REFUSED);
        run.responded(2, Outcome.ACKED);

        assertThat(run.acknowledgements().count()).isEqualTo(2);
        assertThat(run.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(run.count(Outcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void only_an_acknowledged_command_is_owed_an_answer() {
        run.responded(0, Outcome.ACKED);
        run.responded(1, Outcome.REFUSED);
        run.responded(2, Outcome.ANSWERED);

        assertThat(run.unanswered()).isEqualTo(1);
        assertThat(run.backlogSeconds()).isInfinite();

        run.answered(0);

        assertThat(run.unanswered()).isZero();
        assertThat(run.answeredWithin(2)).isZero();
        assertThat(run.backlogSeconds()).isPositive();
    }

    @Test
    void a_second_answer_is_told_apart_by_when_the_first_one_came() {
        run.responded(0, Outcome.ACKED);
        run.answered(0);
        long between = System.nanoTime();
        run.answered(1);
        run.answered(0);
        run.answered(1);

        assertThat(run.answeredTwice()).isEqualTo(2);
        assertThat(run.answeredTwiceSince(between)).isEqualTo(1);
        assertThat(run.answeredUnacknowledged()).isEqualTo(1);
    }
}
