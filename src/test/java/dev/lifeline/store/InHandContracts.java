package dev.lifeline.store;

import static dev.lifeline.contract.Samples.slashCommand;
import static dev.lifeline.contract.Samples.textMessage;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.message.model.Recipient;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Contract of the work that a process runs without the schedule, run against one kind of database. */
abstract class InHandContracts extends JobEngineTestBase {

    /** The threads that run interactions in hand. */
    private static final int THREADS = 16;

    /** Nothing but the sweep at the start finds what is left over. */
    private static final JobEngine.PollSettings SLOW_HEARTBEATS =
            new JobEngine.PollSettings(Duration.ofMinutes(10), Duration.ofMinutes(10));

    private static final JobEngine.PollSettings FAST_HEARTBEATS =
            new JobEngine.PollSettings(Duration.ofMillis(100), Duration.ofMillis(200));

    private long rows(String table) {
        return new RawSql(databaseUrl).countRows(table);
    }

    private int execute(String sql) {
        return new RawSql(databaseUrl).execute(sql);
    }

    private void sendEphemeral(String text) {
        Recipient recipient =
                new Recipient(ASHA_REQUESTER.slackUserId(), INCIDENT_CHANNEL, Optional.of("https://reply"));
        store.notifier().sendEphemeral(recipient, textMessage(text));
    }

    /** As if a process had taken both in hand. */
    private void leaveInHandsOf(String owner, long leaseUntil) {
        store.inbox().add(slashCommand("left"));
        sendEphemeral("left");
        execute("update inbox set owner = '" + owner + "'");
        execute("update outbox_messages set state = 'attempted', owner = '" + owner + "'");
        execute("delete from scheduled_tasks");
        execute("insert into replica_leases (owner, lease_until) values ('" + owner + "', " + leaseUntil + ")");
    }

    @Test
    void a_command_and_its_reply_need_no_row_in_the_schedule() {
        CountDownLatch looked = new CountDownLatch(1);
        jobs.duringInteraction = id -> {
            sendEphemeral("answer");
            awaitLatch(looked);
        };
        jobs.duringDelivery = streamKey -> awaitLatch(looked);
        startEngine(WAKE_UP_ONLY);
        store.inbox().add(slashCommand("interaction-1"));

        await().until(() -> rows("outbox_messages where owner <> ''") == 1);
        assertThat(rows("inbox where owner <> '' and processed_at is null")).isEqualTo(1);
        assertThat(rows("scheduled_tasks where task_name <> 'device_poll'")).isZero();

        looked.countDown();
        await().until(() -> jobs.deliveredStreams.contains("person:" + ASHA_REQUESTER.slackUserId()));
        await().until(() ->
                rows("inbox where processed_at is null") + rows("outbox_messages where completed_at is null") == 0);
    }

    @Test
    void P7_what_a_dead_process_had_in_hand_is_taken_over_at_the_start() {
        leaveInHandsOf("dead", 1);
        startEngine(SLOW_HEARTBEATS);
        await().until(() -> jobs.processedInteractions.contains("left") && !jobs.deliveredStreams.isEmpty());
    }

    @Test
    void P7_what_a_process_has_in_hand_that_dies_later_is_taken_over_at_a_heartbeat() {
        leaveInHandsOf("dying", Long.MAX_VALUE);
        startEngine(FAST_HEARTBEATS);
        assertThat(jobs.processedInteractions).isEmpty();
        execute("update replica_leases set lease_until = 1 where owner = 'dying'");
        await().until(() -> jobs.processedInteractions.contains("left") && !jobs.deliveredStreams.isEmpty());
    }

    @Test
    void what_a_process_has_in_hand_that_lives_is_left_to_it() {
        leaveInHandsOf("alive", Long.MAX_VALUE);
        startEngine(SLOW_HEARTBEATS);
        store.inbox().add(slashCommand("own"));
        await().until(() -> jobs.processedInteractions.contains("own"));
        assertThat(rows("inbox where owner = 'alive' and processed_at is null")).isEqualTo(1);
        assertThat(rows("outbox_messages where owner = 'alive' and completed_at is null"))
                .isEqualTo(1);
    }

    @Test
    void what_fails_in_hand_runs_again_from_the_schedule() {
        AtomicInteger attempts = new AtomicInteger();
        jobs.duringInteraction = id -> {
            if (attempts.incrementAndGet() == 1) throw new IllegalStateException("on purpose");
        };
        startEngine(JobEngine.PollSettings.DEFAULT);
        store.inbox().add(slashCommand("interaction-1"));
        await().until(() -> jobs.processedInteractions.contains("interaction-1"));
        assertThat(attempts).hasValue(2);
        awaitNoDueJobs();
    }

    @Test
    void replies_go_behind_those_of_the_person_that_wait_for_the_schedule() {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch slackIsBack = new CountDownLatch(1);
        jobs.beforeAttempt = message -> {
            if (attempts.incrementAndGet() == 1) throw new IllegalStateException("on purpose");
            awaitLatch(slackIsBack);
        };
        startEngine(JobEngine.PollSettings.DEFAULT);
        sendEphemeral("first");
        await().until(() -> rows("scheduled_tasks where task_name = 'outbox_deliveries'") == 1);
        sendEphemeral("second");
        assertThat(rows("outbox_messages where owner <> ''")).isZero();
        slackIsBack.countDown();
        await().until(() -> jobs.deliveredStreams.size() == 2);
        awaitNoDueJobs();
    }

    @Test
    void what_was_not_begun_when_the_engine_is_closed_waits_for_the_schedule() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(THREADS);
        jobs.duringInteraction = id -> {
            started.countDown();
            awaitLatch(release);
        };
        JobEngine jobEngine = startEngine(WAKE_UP_ONLY);
        for (int i = 0; i < THREADS + 5; i++) store.inbox().add(slashCommand("interaction-" + i));
        awaitLatch(started);
        CompletableFuture<Void> close = CompletableFuture.runAsync(jobEngine::close);
        store.inbox().add(slashCommand("at the end"));
        await().until(() -> {
            store.inbox().add(slashCommand("after-" + System.nanoTime()));
            return rows("scheduled_tasks where task_instance like 'after-%'") > 0;
        });
        release.countDown();
        close.join();
        assertThat(jobs.processedInteractions).hasSize(THREADS);
        assertThat(rows("inbox where owner <> '' and processed_at is null")).isZero();
        assertThat(rows("scheduled_tasks where task_name = 'interactions'"))
                .isEqualTo(rows("inbox where processed_at is null"));
    }

    @Test
    void a_reply_is_sent_as_its_process_wrote_it_without_reading_it_again() {
        jobs.duringDelivery =
                streamKey -> execute("update outbox_messages set body = 'unreadable' where completed_at is null");
        startEngine(WAKE_UP_ONLY);
        sendEphemeral("answer");

        await().until(() -> rows("outbox_messages where state = 'delivered'") == 1);
        assertThat(store.unreadableRows()).isZero();
    }

    @Test
    void P7_a_reply_is_sent_only_while_its_row_says_so() {
        CountDownLatch ended = new CountDownLatch(1);
        jobs.duringDelivery = streamKey ->
                execute("update outbox_messages set state = 'delivered', completed_at = 1 where completed_at is null");
        jobs.nextDelivery = () -> {
            ended.countDown();
            return Optional.empty();
        };
        startEngine(WAKE_UP_ONLY);
        sendEphemeral("answer");

        awaitLatch(ended);
        assertThat(jobs.deliveredStreams).isEmpty();
    }

    /** Its run had stood still until then. */
    @Test
    void P7_who_lost_the_stream_does_not_begin_a_delivery() {
        jobs.beforeAttempt = message -> execute("update scheduled_tasks set version = version + 1");
        startEngine(WAKE_UP_ONLY);
        store.notifier().replyInThread(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("once"));
        await().until(() -> rows("scheduled_tasks where version > 2") > 0);
        await().until(() -> rows("outbox_messages where state = 'pending'") == 1);
        assertThat(jobs.deliveredStreams).isEmpty();
    }

    /** Its process had stood still between the attempt and the first byte. */
    @Test
    void P7_who_lost_the_stream_after_the_attempt_sends_nothing() {
        jobs.afterAttempt = message -> execute("update scheduled_tasks set version = version + 1");
        startEngine(WAKE_UP_ONLY);
        store.notifier().replyInThread(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("once"));
        await().until(() -> rows("scheduled_tasks where version > 2") > 0);
        await().until(() -> rows("outbox_messages where state = 'attempted'") == 1);
        assertThat(jobs.deliveredStreams).isEmpty();
    }

    @Test
    void P7_who_comes_late_does_not_begin_a_delivery_that_another_has_ended() {
        jobs.beforeAttempt = message ->
                execute("update outbox_messages set state = 'delivered', completed_at = 1 where completed_at is null");
        startEngine(WAKE_UP_ONLY);
        store.notifier().replyInThread(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("once"));
        await().until(() -> rows("outbox_messages where state = 'delivered'") == 1);
        await().until(() -> rows("scheduled_tasks where consecutive_failures > 0") == 1);
        assertThat(jobs.deliveredStreams).isEmpty();
    }
}
