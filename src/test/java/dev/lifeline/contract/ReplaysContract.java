package dev.lifeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.command.Replays;
import org.junit.jupiter.api.Test;

/** What everybody who remembers requests does; the two are those of two replicas. */
public abstract class ReplaysContract {

    protected abstract Replays oneReplica();

    protected abstract Replays otherReplica();

    @Test
    void a_copy_is_known_on_the_other_replica() {
        assertThat(oneReplica().first("v0=a")).isTrue();
        assertThat(otherReplica().first("v0=a")).isFalse();
        assertThat(otherReplica().first("v0=b")).isTrue();
    }

    @Test
    void what_was_forgotten_may_come_again() {
        oneReplica().first("v0=a");
        otherReplica().forget("v0=a");

        assertThat(oneReplica().first("v0=a")).isTrue();
    }
}
