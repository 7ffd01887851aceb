package dev.lifeline.store;

import static dev.lifeline.contract.Samples.slashCommand;
import static dev.lifeline.contract.Samples.textMessage;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static org.awaitility.Awaitility.await;

import dev.lifeline.rescue.RequestId;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Contract of the job engine on hosts whose clocks are wrong or are set, run against one kind of database. */
abstract class ClockStepContracts extends JobEngineTestBase {

    private static final Duration HOUR = Duration.ofHours(1);
    static final JobEngine.PollSettings FAST =
            new JobEngine.PollSettings(Duration.ofMillis(50), Duration.ofMillis(100));

    @Test
    void the_poll_goes_on_when_the_clock_is_put_back_an_hour() {
        jobs.pollInterval = () -> Duration.ofMillis(20);
        startEngine(FAST);
        await().until(() -> jobs.pollCount.get() >= 2);

        clock.step(HOUR.negated());

        int polledBefore = jobs.pollCount.get();
        await().until(() -> jobs.pollCount.get() >= polledBefore + 5);
    }

    @Test
    void interactions_are_processed_when_the_clock_is_put_back_an_hour() {
        startEngine(FAST);
        store.inbox().add(slashCommand("before"));
        await().until(() -> jobs.processedInteractions.contains("before"));

        clock.step(HOUR.negated());
        store.inbox().add(slashCommand("after"));

        await().until(() -> jobs.processedInteractions.contains("after"));
    }

    @Test
    void a_failed_job_is_tried_again_when_the_clock_is_put_back_in_between() {
        AtomicBoolean failed = new AtomicBoolean();
        jobs.duringInteraction = id -> {
            if (!failed.compareAndSet(false, true)) return;
            clock.step(HOUR.negated());
            throw new IllegalStateException("on purpose");
        };
        startEngine(FAST);
        store.inbox().add(slashCommand("interaction-1"));

        await().until(() -> jobs.processedInteractions.contains("interaction-1"));
    }

    @Test
    void what_was_due_by_a_clock_an_hour_ahead_is_asked_for_anew_at_the_start() {
        store.inbox().add(slashCommand("interaction-1"));
        store.notifier().replyInThread(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("said"));
        shiftSchedule("execution_time", HOUR);

        startEngine(FAST);

        await().until(() -> jobs.processedInteractions.contains("interaction-1") && !jobs.deliveredStreams.isEmpty());
    }

    @Test
    void the_poll_begins_at_the_start_although_its_row_is_due_in_an_hour() {
        jobs.pollInterval = () -> HOUR;
        startEngine(FAST).close();
        int polledBefore = jobs.pollCount.get();

        startEngine(FAST);

        await().until(() -> jobs.pollCount.get() > polledBefore);
    }

    @Test
    void a_row_picked_with_a_heartbeat_in_the_future_is_taken_over() {
        store.inbox().add(slashCommand("orphan"));
        new RawSql(databaseUrl)
                .execute(
                        "update scheduled_tasks set picked = (1 = 1), picked_by = 'dead', last_heartbeat = execution_time");
        shiftSchedule("last_heartbeat", HOUR);

        startEngine(FAST);

        await().until(() -> jobs.processedInteractions.contains("orphan"));
    }

    /** Moves a time of every row on, as if the clock that wrote it had been ahead. */
    private void shiftSchedule(String column, Duration by) {
        String amount = databaseUrl.startsWith("jdbc:sqlite:")
                ? Long.toString(by.toMillis())
                : "interval '" + by.toSeconds() + " seconds'";
        new RawSql(databaseUrl).execute("update scheduled_tasks set " + column + " = " + column + " + " + amount);
    }
}
