package dev.lifeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.slack.port.SeenSignatures;
import org.junit.jupiter.api.Test;

/** Contract of the replay protection, seen from two replicas. */
public abstract class SeenSignaturesContract {

    protected abstract SeenSignatures firstReplica();

    protected abstract SeenSignatures secondReplica();

    @Test
    void a_copy_is_known_on_the_other_replica() {
        assertThat(firstReplica().markSeen("v0=a")).isTrue();
        assertThat(secondReplica().markSeen("v0=a")).isFalse();
        assertThat(secondReplica().markSeen("v0=b")).isTrue();
    }

    @Test
    void what_was_forgotten_may_come_again() {
        firstReplica().markSeen("v0=a");
        secondReplica().forget("v0=a");

        assertThat(firstReplica().markSeen("v0=a")).isTrue();
    }
}
