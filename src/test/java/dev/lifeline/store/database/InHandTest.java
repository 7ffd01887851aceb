package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bound of what a process keeps in memory. */
class InHandTest {

    @Test
    void with_ten_thousand_keys_waiting_what_comes_next_waits_in_the_schedule() {
        InHand inHand = new InHand();
        for (int i = 0; i < 10_000; i++) {
            assertThat(inHand.hasRoom(JobType.INTERACTIONS)).isTrue();
            inHand.add(JobType.INTERACTIONS, "key " + i);
        }

        assertThat(inHand.hasRoom(JobType.INTERACTIONS)).isFalse();
        assertThat(inHand.hasRoom(JobType.OUTBOX_DELIVERIES)).isTrue();
    }
}
