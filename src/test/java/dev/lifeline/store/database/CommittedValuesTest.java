package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommittedValuesTest {

    private final CommittedValues values = new CommittedValues();

    @Test
    void a_value_is_taken_once() {
        values.put(JobType.INTERACTIONS, "1", "typed");

        assertThat(values.take(JobType.INTERACTIONS, "1", String.class)).contains("typed");
        assertThat(values.take(JobType.INTERACTIONS, "1", String.class)).isEmpty();
    }

    @Test
    void rows_of_two_tables_may_have_the_same_id() {
        values.put(JobType.INTERACTIONS, "1", "typed");

        assertThat(values.take(JobType.OUTBOX_DELIVERIES, "1", String.class)).isEmpty();
    }

    @Test
    void of_what_nobody_takes_the_newest_thousand_are_kept() {
        for (int i = 0; i <= 1_000; i++) values.put(JobType.INTERACTIONS, Integer.toString(i), "typed");

        assertThat(values.take(JobType.INTERACTIONS, "0", String.class)).isEmpty();
        assertThat(values.take(JobType.INTERACTIONS, "1", String.class)).contains("typed");
    }
}
