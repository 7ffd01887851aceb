package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaLeaseTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Instant now = Instant.ofEpochSecond(1_000_000);
    private Jdbi jdbi;
    private Transactions transactions;
    private int owners;
    private ReplicaLease lease;

    @BeforeEach
    void open() {
        String url = "jdbc:sqlite:" + folder.resolve("lease.db");
        Store.open(url, InstantSource.system()).close();
        jdbi = Jdbi.create(url);
        transactions = TestTimelines.transactions(jdbi, new DueJobSignal());
        lease = newLease();
        lease.open(HEARTBEAT);
    }

    private ReplicaLease newLease() {
        return new ReplicaLease(transactions, () -> now, () -> "owner-" + ++owners);
    }

    private String join() {
        Optional<String> owner = transactions.inTransaction(lease::join);
        return owner.orElse("");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private int writes() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from replica_leases where lease_until > :now")
                        .bind("now", now.toEpochMilli())
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void nothing_is_taken_in_hand_before_the_engine_starts_and_after_it_stops() {
        assertThat(transactions.inTransaction(newLease()::join)).isEmpty();
        lease.close();
        assertThat(join()).isEmpty();
    }

    @Test
    void the_lease_begins_with_the_commit_of_what_is_taken_in_hand() {
        assertThat(lease.isHeld(lease.owner())).isFalse();
        String owner = join();
        assertThat(lease.isHeld(owner)).isTrue();
        assertThat(lease.isHeld("another")).isFalse();
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void a_lease_whose_beginning_is_rolled_back_is_not_held() {
        try {
            transactions.write(handle -> {
                assertThat(lease.join(handle)).isPresent();
                throw new IllegalArgumentException("on purpose");
            });
        } catch (IllegalArgumentException rolledBack) {
            assertThat(lease.isHeld(lease.owner())).isFalse();
        }
        assertThat(lease.isHeld(join())).isTrue();
    }

    @Test
    void it_ends_for_its_process_before_it_ends_for_the_others() {
        String owner = join();
        pass(HEARTBEAT.multipliedBy(4));
        assertThat(lease.isHeld(owner)).isFalse();
        assertThat(writes()).isEqualTo(1);
        pass(HEARTBEAT);
        assertThat(writes()).isZero();
    }

    /** At the end of a process whose delivery does not come back: another may take it over from now on. */
    @Test
    void P7_what_was_released_is_not_held_any_more() {
        EngineClock engineClock = new EngineClock(() -> now, () -> now);
        WorkHandover handover = new WorkHandover(
                transactions,
                new JobSchedule(transactions, Dialect.SQLITE, engineClock),
                engineClock,
                () -> "owner-" + ++owners);
        handover.lease().open(HEARTBEAT);
        String owner = transactions.inTransaction(handover.lease()::join).orElseThrow();
        assertThat(handover.jobRights().isHeld(Optional.of(new JobRights.Right.Owned(owner))))
                .isTrue();

        handover.lease().close();
        handover.releaseAll(now);

        assertThat(handover.jobRights().isHeld(Optional.of(new JobRights.Right.Owned(owner))))
                .isFalse();
    }

    @Test
    void heartbeats_and_new_work_prolong_it() {
        String owner = join();
        for (int i = 0; i < 10; i++) {
            pass(HEARTBEAT.multipliedBy(3));
            if (i % 2 == 0) lease.prolong();
            else assertThat(join()).isEqualTo(owner);
            assertThat(lease.isHeld(owner)).isTrue();
        }
    }

    @Test
    void one_that_has_ended_is_not_taken_up_again() {
        String ended = join();
        pass(HEARTBEAT.multipliedBy(6));
        lease.prolong();
        assertThat(lease.isHeld(ended)).isFalse();
        String next = join();
        assertThat(next).isNotEqualTo(ended);
        assertThat(lease.isHeld(next)).isTrue();
        assertThat(lease.isHeld(ended)).isFalse();
    }

    @Test
    void one_from_before_the_clock_was_put_back_ends_after_its_usual_time() {
        join();
        pass(Duration.ofHours(-1));
        ReplicaLease another = newLease();
        another.open(HEARTBEAT);

        assertThat(another.shortenFuture()).isEqualTo(1);
        assertThat(another.shortenFuture()).isZero();
        pass(HEARTBEAT.multipliedBy(5));
        assertThat(writes()).isZero();
    }

    @Test
    void a_process_that_lives_keeps_its_lease_when_the_clock_is_put_back() {
        String owner = join();
        pass(Duration.ofHours(-1));
        lease.shortenFuture();
        pass(HEARTBEAT);
        lease.prolong();
        pass(HEARTBEAT.multipliedBy(3));

        assertThat(lease.isHeld(owner)).isTrue();
        assertThat(writes()).isEqualTo(1);
    }

    /** Others may have shortened the lease, and taken over what is in hand. */
    @Test
    void a_process_that_has_not_prolonged_since_the_clock_was_put_back_does_not_trust_its_lease() {
        String owner = join();
        pass(Duration.ofHours(-1));
        assertThat(lease.isHeld(owner)).isFalse();

        lease.prolong();
        assertThat(lease.isHeld(owner)).isTrue();
    }

    /** The clock of the other process is ahead. */
    @Test
    void one_that_another_has_taken_over_is_not_prolonged() {
        String lost = join();
        jdbi.useHandle(handle -> handle.execute("delete from replica_leases"));
        pass(HEARTBEAT);
        lease.prolong();
        assertThat(lease.isHeld(lost)).isFalse();
        assertThat(lease.isHeld(join())).isTrue();
    }
}
