package dev.lifeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Budgets;
import dev.lifeline.message.Budgets.Rate;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everybody who keeps budgets does; {@code one()} and {@code other()} are those of two replicas, at noon. */
public abstract class BudgetsContract {

    private static final Rate THREE_AND_ONE_A_SECOND = new Rate(Duration.ofSeconds(1), 3);

    protected abstract Budgets one();

    protected abstract Budgets other();

    @Test
    void replicas_take_from_one_budget() {
        long granted = IntStream.range(0, 6)
                .mapToObj(i -> i % 2 == 0 ? one() : other())
                .filter(budgets ->
                        budgets.take("channel", THREE_AND_ONE_A_SECOND).isEmpty())
                .count();

        assertThat(granted).isEqualTo(3);
        assertThat(other().take("channel", THREE_AND_ONE_A_SECOND)).contains(Samples.NOON.plusSeconds(1));
        assertThat(other().take("another channel", THREE_AND_ONE_A_SECOND)).isEmpty();
    }

    @Test
    void what_slack_wants_to_hear_nothing_of_no_replica_says() {
        one().rest("chat.update", Samples.NOON.plusSeconds(30));
        one().rest("chat.update", Samples.NOON.plusSeconds(10));

        assertThat(other().resting("chat.update")).contains(Samples.NOON.plusSeconds(30));
        assertThat(other().resting("chat.postMessage:C1")).isEmpty();
    }
}
