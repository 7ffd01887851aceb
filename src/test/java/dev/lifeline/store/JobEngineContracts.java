package dev.lifeline.store;

import static dev.lifeline.contract.Samples.launching;
import static dev.lifeline.contract.Samples.slashCommand;
import static dev.lifeline.contract.Samples.textMessage;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.ConcurrentRunner;
import dev.lifeline.contract.Samples;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Contract of the job engine, run against one kind of database. */
abstract class JobEngineContracts extends JobEngineTestBase {

    private static RescueRequest cancelled(RescueRequest request) {
        return Samples.closed(request);
    }

    @Test
    void an_interaction_is_processed_as_soon_as_it_is_committed() {
        startEngine(WAKE_UP_ONLY);
        awaitNoDueJobs();
        store.inbox().add(slashCommand("interaction-1"));
        await().until(() -> jobs.processedInteractions.contains("interaction-1"));
        awaitNoDueJobs();
    }

    @Test
    void a_message_is_delivered_as_soon_as_it_is_committed() {
        startEngine(WAKE_UP_ONLY);
        awaitNoDueJobs();
        store.notifier().updateStatusMessage(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("asked"));
        await().until(() -> jobs.deliveredStreams.contains("request:request001"));
    }

    @Test
    void nothing_is_taken_up_that_was_rolled_back() {
        startEngine(WAKE_UP_ONLY);
        AtomicBoolean failedOnce = new AtomicBoolean();
        try {
            store.transactionRunner().run(() -> {
                store.inbox().add(slashCommand("rolled-back"));
                throw new IllegalArgumentException("on purpose");
            });
        } catch (IllegalArgumentException e) {
            failedOnce.set(true);
        }
        store.inbox().add(slashCommand("kept"));
        await().until(() -> jobs.processedInteractions.contains("kept"));
        assertThat(failedOnce).isTrue();
        assertThat(jobs.processedInteractions).containsExactly("kept");
    }

    @Test
    void a_step_is_taken_up_when_its_time_comes() {
        startEngine(JobEngine.PollSettings.DEFAULT);
        Instant dueAt = clock.instant().plusMillis(600);
        jobs.duringStep = request -> {
            assertThat(clock.instant()).isAfterOrEqualTo(dueAt.minusMillis(1));
            store.requests().save(cancelled(request));
        };
        store.requests().open(requestDueAt(dueAt));
        await().until(() -> jobs.steppedRequests.size() == 1);
        awaitNoDueJobs();
    }

    @Test
    void a_move_that_is_due_earlier_makes_the_step_earlier() {
        startEngine(WAKE_UP_ONLY);
        RescueRequest request =
                store.requests().open(requestDueAt(clock.instant().plusSeconds(3_600)));
        store.requests().save(Samples.confirmed(request));
        await().until(() -> !jobs.steppedRequests.isEmpty());
        assertThat(jobs.steppedRequests.get(0)).isEqualTo(Samples.confirmed(request));
    }

    @Test
    void a_save_while_the_same_request_is_stepped_is_not_lost() {
        CountDownLatch saved = new CountDownLatch(1);
        jobs.duringStep = request -> {
            if (request.version() == 1) awaitLatch(saved);
            else if (request.version() == 2) store.requests().save(cancelled(request));
        };
        startEngine(WAKE_UP_ONLY);
        RescueRequest request = store.requests().open(requestDueAt(clock.instant()));
        await().until(() -> jobs.steppedRequests.size() == 1);
        store.requests().save(Samples.confirmed(request));
        saved.countDown();
        await().until(() -> jobs.steppedRequests.contains(Samples.confirmed(request)));
        awaitNoDueJobs();
    }

    @Test
    void a_save_right_after_a_step_found_nothing_more_to_do_is_not_lost() {
        RescueRequest request = requestDueAt(clock.instant());
        RescueRequest launching = launching(Samples.confirmed(request), clock.instant());
        RescueRequest readyToLaunch = readyToLaunch(launching);
        AtomicBoolean savedOnce = new AtomicBoolean();
        jobs.duringStep = current -> {
            if (current.version() == 1) {
                store.requests().save(Samples.confirmed(request));
                store.requests().save(launching);
            } else store.requests().save(cancelled(current));
        };
        jobs.afterDueRead = read -> {
            if (read.version() == launching.version() && savedOnce.compareAndSet(false, true))
                CompletableFuture.runAsync(() -> store.requests().save(readyToLaunch))
                        .join();
        };
        startEngine(WAKE_UP_ONLY);
        store.requests().open(request);
        await().until(() -> jobs.steppedRequests.contains(readyToLaunch));
        awaitNoDueJobs();
    }

    @Test
    void a_save_right_after_the_next_step_was_planned_makes_it_earlier() {
        RescueRequest request = requestDueAt(clock.instant());
        RescueRequest later = dueAt(request, clock.instant().plusSeconds(3_600));
        RescueRequest earlier = dueAt(later, clock.instant());
        AtomicBoolean once = new AtomicBoolean();
        jobs.duringStep = stepped -> {
            if (stepped.version() == 1) store.requests().save(later);
            else store.requests().save(cancelled(stepped));
        };
        jobs.afterDueRead = read -> {
            if (read.version() == later.version() && once.compareAndSet(false, true))
                CompletableFuture.runAsync(() -> store.requests().save(earlier)).join();
        };
        startEngine(WAKE_UP_ONLY);
        store.requests().open(request);
        await().until(() -> jobs.steppedRequests.contains(earlier));
        awaitNoDueJobs();
    }

    @Test
    void a_message_written_after_its_stream_was_found_empty_is_not_lost() {
        AtomicBoolean once = new AtomicBoolean();
        jobs.nextDelivery = () -> {
            if (once.compareAndSet(false, true))
                CompletableFuture.runAsync(this::reply).join();
            return Optional.empty();
        };
        startEngine(WAKE_UP_ONLY);
        reply();
        await().until(() -> jobs.deliveredStreams.size() == 2);
        awaitNoDueJobs();
    }

    private void reply() {
        store.notifier().replyInThread(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("said"));
    }

    @Test
    void a_job_that_fails_is_tried_again() {
        AtomicInteger attempts = new AtomicInteger();
        jobs.duringInteraction = id -> {
            if (attempts.incrementAndGet() < 3) throw new IllegalStateException("on purpose");
        };
        startEngine(JobEngine.PollSettings.DEFAULT);
        store.inbox().add(slashCommand("interaction-1"));
        await().until(() -> jobs.processedInteractions.contains("interaction-1"));
        assertThat(attempts).hasValue(3);
        awaitNoDueJobs();
    }

    @Test
    void a_step_that_lost_a_race_is_decided_anew_at_once() {
        AtomicInteger attempts = new AtomicInteger();
        jobs.duringStep = request -> {
            if (attempts.incrementAndGet() == 1) throw new StaleRequestException(request.id());
            store.requests().save(cancelled(request));
        };
        startEngine(WAKE_UP_ONLY);
        store.requests().open(requestDueAt(clock.instant()));
        await().until(() -> attempts.get() == 2);
        awaitNoDueJobs();
    }

    @Test
    void two_engines_on_one_database_run_each_instance_once() {
        Store otherStore = openAnotherStore();
        RecordingJobs otherJobs = new RecordingJobs(otherStore);
        startEngine(JobEngine.PollSettings.DEFAULT);
        startEngine(otherStore, otherJobs, JobEngine.PollSettings.DEFAULT);
        ConcurrentRunner.runAll(
                20,
                number -> (number % 2 == 0 ? store : otherStore).inbox().add(slashCommand("interaction-" + number)));
        await().until(() -> jobs.processedInteractions.size() + otherJobs.processedInteractions.size() >= 20);
        awaitNoDueJobs();
        List<String> all = new ArrayList<>(jobs.processedInteractions);
        all.addAll(otherJobs.processedInteractions);
        assertThat(all).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void what_came_while_no_engine_ran_is_taken_up_at_the_start() {
        store.inbox().add(slashCommand("early"));
        startEngine(WAKE_UP_ONLY);
        await().until(() -> jobs.processedInteractions.contains("early"));
    }

    @Test
    void what_nobody_would_take_up_any_more_is_found_at_the_start() {
        store.inbox().add(slashCommand("lost"));
        store.requests().open(requestDueAt(clock.instant()));
        store.notifier().replyInThread(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("lost"));
        assertThat(new RawSql(databaseUrl).execute("delete from scheduled_tasks"))
                .isEqualTo(3);
        jobs.duringStep = request -> store.requests().save(cancelled(request));
        startEngine(WAKE_UP_ONLY);
        await().until(() -> jobs.processedInteractions.contains("lost")
                && !jobs.steppedRequests.isEmpty()
                && !jobs.deliveredStreams.isEmpty());
    }

    @Test
    void what_a_dead_replica_had_in_hand_is_taken_over() {
        store.inbox().add(slashCommand("orphan"));
        new RawSql(databaseUrl)
                .execute(
                        "update scheduled_tasks set picked = (1 = 1), picked_by = 'dead', last_heartbeat = execution_time");
        startEngine(new JobEngine.PollSettings(Duration.ofMillis(100), Duration.ofMillis(200)));
        await().until(() -> jobs.processedInteractions.contains("orphan"));
    }

    @Test
    void while_slack_hangs_interactions_are_processed_and_steps_run() {
        CountDownLatch slackIsBack = new CountDownLatch(1);
        jobs.duringDelivery = streamKey -> awaitLatch(slackIsBack);
        jobs.duringStep = request -> store.requests().save(cancelled(request));
        startEngine(JobEngine.PollSettings.DEFAULT);
        for (int i = 0; i < 60; i++)
            store.notifier()
                    .updateStatusMessage(new RequestId("request1" + (10 + i)), INCIDENT_CHANNEL, textMessage("asked"));

        store.inbox().add(slashCommand("interaction-1"));
        store.requests().open(requestDueAt(clock.instant()));

        await().until(() -> jobs.processedInteractions.contains("interaction-1") && !jobs.steppedRequests.isEmpty());
        assertThat(jobs.deliveredStreams).isEmpty();
        slackIsBack.countDown();
        awaitNoDueJobs();
    }

    @Test
    void while_all_handlers_hang_steps_run_and_messages_are_delivered() {
        CountDownLatch providerIsBack = new CountDownLatch(1);
        jobs.duringInteraction = id -> awaitLatch(providerIsBack);
        jobs.duringStep = request -> store.requests().save(cancelled(request));
        startEngine(JobEngine.PollSettings.DEFAULT);
        for (int i = 0; i < 60; i++) store.inbox().add(slashCommand("interaction-" + i));

        store.notifier().updateStatusMessage(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("asked"));
        store.requests().open(requestDueAt(clock.instant()));

        await().until(() -> !jobs.deliveredStreams.isEmpty() && !jobs.steppedRequests.isEmpty());
        assertThat(jobs.processedInteractions).isEmpty();
        providerIsBack.countDown();
        awaitNoDueJobs();
    }

    @Test
    void an_engine_that_is_closed_finishes_what_it_has_in_hand() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        jobs.duringInteraction = id -> {
            started.countDown();
            awaitLatch(release);
        };
        JobEngine jobEngine = startEngine(JobEngine.PollSettings.DEFAULT);
        store.inbox().add(slashCommand("in-hand"));
        awaitLatch(started);
        CompletableFuture<Void> close = CompletableFuture.runAsync(jobEngine::close);
        release.countDown();
        close.join();
        assertThat(jobs.processedInteractions).containsExactly("in-hand");
        assertThat(new RawSql(databaseUrl).countRows("scheduled_tasks where task_name = 'interactions'"))
                .isZero();
    }

    private static RescueRequest dueAt(RescueRequest request, Instant at) {
        return new RescueRequest(request.id(), request.plan(), requestDueAt(at).stage(), request.version() + 1);
    }

    private static RescueRequest readyToLaunch(RescueRequest request) {
        return new RescueRequest(
                request.id(),
                request.plan(),
                Samples.confirmed(requestDueAt(Fixtures.NOON)).stage(),
                request.version() + 1);
    }
}
