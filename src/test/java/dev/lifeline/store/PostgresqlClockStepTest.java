package dev.lifeline.store;

import static dev.lifeline.contract.Samples.slashCommand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.SteppableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = PostgresqlTestDatabase.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgresqlTestDatabase.DISABLED_REASON)
class PostgresqlClockStepTest extends ClockStepContracts {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private int added;

    @Override
    String emptyDatabaseUrl() {
        return PostgresqlTestDatabase.emptySchemaUrl();
    }

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> taken = new CopyOnWriteArrayList<>();

    /** Starts a replica that notes what it takes over. */
    private void startReplicaTenSecondsAhead() {
        Store otherStore = openAnotherStore(new SteppableClock(Duration.ofSeconds(10)));
        RecordingJobs otherJobs = new RecordingJobs(otherStore);
        otherJobs.duringInteraction = taken::add;
        startEngine(otherStore, otherJobs, FAST);
    }

    private void assertLeftToItsReplica(String id) {
        assertThat(taken).isEmpty();
        release.countDown();
        await().until(() -> jobs.processedInteractions.contains(id));
        assertThat(taken).isEmpty();
    }

    /** The work is held for so many heartbeats that the other replica has looked for dead replicas several times. */
    @Test
    void the_work_of_a_living_replica_is_not_taken_by_one_whose_clock_is_ten_seconds_ahead() {
        jobs.duringInteraction = id -> awaitLatch(release);
        store.inbox().add(slashCommand("scheduled"));
        startEngine(FAST);
        await().until(() -> hasHeartbeatAfter(Duration.ofMillis(100)));
        startReplicaTenSecondsAhead();

        await().until(() -> hasHeartbeatAfter(Duration.ofSeconds(3)));

        assertLeftToItsReplica("scheduled");
    }

    @Test
    void what_a_living_replica_has_in_hand_is_not_taken_by_one_whose_clock_is_ten_seconds_ahead() {
        jobs.duringInteraction = id -> awaitLatch(release);
        startEngine(FAST);
        await().until(this::takesInHand);
        startReplicaTenSecondsAhead();
        long later = store.clock().instant().plusSeconds(4).toEpochMilli();

        await().until(() -> new RawSql(databaseUrl).countRows("replica_leases where lease_until > " + later) > 0);

        assertLeftToItsReplica("in-hand-0");
    }

    /** Whether the engine has started so far that it takes in hand what is added. */
    private boolean takesInHand() {
        store.inbox().add(slashCommand("in-hand-" + added++));
        return new RawSql(databaseUrl).countRows("inbox where owner <> ''") > 0;
    }

    @Test
    void the_clock_that_replicas_share_is_that_of_the_server_once_the_store_is_open() {
        SteppableClock hourAhead = new SteppableClock(Duration.ofHours(1));
        try (Store shared = Store.withSharedClock(databaseUrl, hourAhead)) {
            assertThat(shared.clock().instant()).isAfter(hourAhead.instant().minus(HALF_HOUR));

            shared.open();

            assertThat(shared.clock().instant()).isBefore(hourAhead.instant().minus(HALF_HOUR));
        }
    }

    private boolean hasHeartbeatAfter(Duration heldFor) {
        String row =
                "scheduled_tasks where task_instance = 'scheduled' and last_heartbeat > execution_time + interval '"
                        + heldFor.toMillis() + " milliseconds'";
        return new RawSql(databaseUrl).countRows(row) == 1;
    }
}
