package dev.lifeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.slack.port.SeenSignatures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of the replay protection, seen from two replicas. */
public abstract class SeenSignaturesContract {

    protected abstract SeenSignatures firstReplica();

    protected abstract SeenSignatures secondReplica();

    @Test
    void a_copy_is_known_on_the_other_replica() {
        assertThat(firstReplica().mark("v0=a").isCopy()).isFalse();
        assertThat(secondReplica().mark("v0=a").isCopy()).isTrue();
        assertThat(secondReplica().mark("v0=b").isCopy()).isFalse();
    }

    @Test
    void of_two_copies_at_once_one_is_the_first() {
        SeenSignatures.Mark one = firstReplica().mark("v0=a");
        SeenSignatures.Mark other = firstReplica().mark("v0=a");

        assertThat(List.of(one.isCopy(), other.isCopy())).containsExactly(false, true);
    }

    @Test
    void what_was_forgotten_may_come_again() {
        firstReplica().mark("v0=a").isCopy();
        secondReplica().forget("v0=a");
        secondReplica().mark("v0=b").isCopy(); // is recorded after what was begun before

        assertThat(firstReplica().mark("v0=a").isCopy()).isFalse();
    }
}
