package dev.lifeline.store;

import static dev.lifeline.contract.Samples.INCIDENT;
import static dev.lifeline.contract.Samples.launching;
import static dev.lifeline.contract.Samples.saying;
import static dev.lifeline.contract.Samples.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.AtOnce;
import dev.lifeline.contract.Samples;
import dev.lifeline.rescue.LostRace;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What does the engine promise, against one kind of database? */
abstract class EngineContracts extends EngineTrial {

    private static RescueRequest cancelled(RescueRequest request) {
        return Samples.closed(request);
    }

    @Test
    void an_ask_is_taken_up_as_soon_as_it_is_written_down() {
        start(ONLY_WHEN_WOKEN);
        allDone();
        store.inbox().put(typed("ask-1"));
        await().until(() -> jobs.answered.contains("ask-1"));
        allDone();
    }

    @Test
    void what_is_said_is_delivered_as_soon_as_it_is_written_down() {
        start(ONLY_WHEN_WOKEN);
        allDone();
        store.announcer().card(new RequestId("request001"), INCIDENT, saying("asked"));
        await().until(() -> jobs.delivered.contains("request:request001"));
    }

    @Test
    void nothing_is_taken_up_that_was_rolled_back() {
        start(ONLY_WHEN_WOKEN);
        AtomicBoolean thrown = new AtomicBoolean();
        try {
            store.atomically().run(() -> {
                store.inbox().put(typed("rolled-back"));
                throw new IllegalArgumentException("on purpose");
            });
        } catch (IllegalArgumentException e) {
            thrown.set(true);
        }
        store.inbox().put(typed("kept"));
        await().until(() -> jobs.answered.contains("kept"));
        assertThat(thrown).isTrue();
        assertThat(jobs.answered).containsExactly("kept");
    }

    @Test
    void a_step_is_taken_up_when_its_time_comes() {
        start(Engine.Pace.USUAL);
        Instant at = clock.instant().plusMillis(600);
        jobs.whileStepping = request -> {
            assertThat(clock.instant()).isAfterOrEqualTo(at.minusMillis(1));
            store.requests().save(cancelled(request));
        };
        store.requests().open(due(at));
        await().until(() -> jobs.stepped.size() == 1);
        allDone();
    }

    @Test
    void a_move_that_is_due_earlier_makes_the_step_earlier() {
        start(ONLY_WHEN_WOKEN);
        RescueRequest request = store.requests().open(due(clock.instant().plusSeconds(3_600)));
        store.requests().save(Samples.confirmed(request));
        await().until(() -> !jobs.stepped.isEmpty());
        assertThat(jobs.stepped.get(0)).isEqualTo(Samples.confirmed(request));
    }

    @Test
    void a_save_while_the_same_request_is_stepped_is_not_lost() {
        CountDownLatch saved = new CountDownLatch(1);
        jobs.whileStepping = request -> {
            if (request.version() == 1) waitFor(saved);
            else if (request.version() == 2) store.requests().save(cancelled(request));
        };
        start(ONLY_WHEN_WOKEN);
        RescueRequest request = store.requests().open(due(clock.instant()));
        await().until(() -> jobs.stepped.size() == 1);
        store.requests().save(Samples.confirmed(request));
        saved.countDown();
        await().until(() -> jobs.stepped.contains(Samples.confirmed(request)));
        allDone();
    }

    @Test
    void a_save_right_after_a_step_found_nothing_more_to_do_is_not_lost() {
        RescueRequest request = due(clock.instant());
        RescueRequest launching = launching(Samples.confirmed(request), clock.instant());
        RescueRequest back = cleared(launching);
        AtomicBoolean once = new AtomicBoolean();
        jobs.whileStepping = stepped -> {
            if (stepped.version() == 1) {
                store.requests().save(Samples.confirmed(request));
                store.requests().save(launching);
            } else store.requests().save(cancelled(stepped));
        };
        jobs.afterDueWasRead = read -> {
            if (read.version() == launching.version() && once.compareAndSet(false, true))
                CompletableFuture.runAsync(() -> store.requests().save(back)).join();
        };
        start(ONLY_WHEN_WOKEN);
        store.requests().open(request);
        await().until(() -> jobs.stepped.contains(back));
        allDone();
    }

    @Test
    void a_job_that_fails_is_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        jobs.whileAnswering = id -> {
            if (tries.incrementAndGet() < 3) throw new IllegalStateException("on purpose");
        };
        start(Engine.Pace.USUAL);
        store.inbox().put(typed("ask-1"));
        await().until(() -> jobs.answered.contains("ask-1"));
        assertThat(tries).hasValue(3);
        allDone();
    }

    @Test
    void a_step_that_lost_a_race_is_decided_anew_at_once() {
        AtomicInteger tries = new AtomicInteger();
        jobs.whileStepping = request -> {
            if (tries.incrementAndGet() == 1) throw new LostRace(request.id());
            store.requests().save(cancelled(request));
        };
        start(ONLY_WHEN_WOKEN);
        store.requests().open(due(clock.instant()));
        await().until(() -> tries.get() == 2);
        allDone();
    }

    @Test
    void two_engines_on_one_database_run_each_instance_once() {
        Store second = anotherStore();
        Recorded there = new Recorded(second);
        start(Engine.Pace.USUAL);
        start(second, there, Engine.Pace.USUAL);
        AtOnce.all(20, number -> (number % 2 == 0 ? store : second).inbox().put(typed("ask-" + number)));
        allDone();
        List<String> all = new ArrayList<>(jobs.answered);
        all.addAll(there.answered);
        assertThat(all).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void what_came_while_no_engine_ran_is_taken_up_at_the_start() {
        store.inbox().put(typed("early"));
        start(ONLY_WHEN_WOKEN);
        await().until(() -> jobs.answered.contains("early"));
    }

    @Test
    void what_nobody_would_take_up_any_more_is_found_at_the_start() {
        store.inbox().put(typed("lost"));
        store.requests().open(due(clock.instant()));
        store.announcer().inThread(new RequestId("request001"), INCIDENT, saying("lost"));
        assertThat(new Rows(url).change("delete from scheduled_tasks")).isEqualTo(3);
        jobs.whileStepping = request -> store.requests().save(cancelled(request));
        start(ONLY_WHEN_WOKEN);
        await().until(() -> jobs.answered.contains("lost") && !jobs.stepped.isEmpty() && !jobs.delivered.isEmpty());
    }

    @Test
    void what_a_dead_replica_had_in_hand_is_taken_over() {
        store.inbox().put(typed("orphan"));
        new Rows(url)
                .change(
                        "update scheduled_tasks set picked = (1 = 1), picked_by = 'dead', last_heartbeat = execution_time");
        start(new Engine.Pace(Duration.ofMillis(100), Duration.ofMillis(200)));
        await().until(() -> jobs.answered.contains("orphan"));
    }

    @Test
    void while_slack_hangs_asks_are_answered_and_steps_are_done() {
        CountDownLatch slackIsBack = new CountDownLatch(1);
        jobs.whileDelivering = lane -> waitFor(slackIsBack);
        jobs.whileStepping = request -> store.requests().save(cancelled(request));
        start(Engine.Pace.USUAL);
        for (int i = 0; i < 60; i++)
            store.announcer().card(new RequestId("request1" + (10 + i)), INCIDENT, saying("asked"));

        store.inbox().put(typed("ask-1"));
        store.requests().open(due(clock.instant()));

        await().until(() -> jobs.answered.contains("ask-1") && !jobs.stepped.isEmpty());
        assertThat(jobs.delivered).isEmpty();
        slackIsBack.countDown();
        allDone();
    }

    @Test
    void while_all_that_answer_hang_steps_are_done_and_letters_delivered() {
        CountDownLatch providerIsBack = new CountDownLatch(1);
        jobs.whileAnswering = id -> waitFor(providerIsBack);
        jobs.whileStepping = request -> store.requests().save(cancelled(request));
        start(Engine.Pace.USUAL);
        for (int i = 0; i < 60; i++) store.inbox().put(typed("ask-" + i));

        store.announcer().card(new RequestId("request001"), INCIDENT, saying("asked"));
        store.requests().open(due(clock.instant()));

        await().until(() -> !jobs.delivered.isEmpty() && !jobs.stepped.isEmpty());
        assertThat(jobs.answered).isEmpty();
        providerIsBack.countDown();
        allDone();
    }

    @Test
    void an_engine_that_is_closed_finishes_what_it_has_in_hand() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        jobs.whileAnswering = id -> {
            begun.countDown();
            waitFor(goOn);
        };
        Engine engine = start(Engine.Pace.USUAL);
        store.inbox().put(typed("in-hand"));
        waitFor(begun);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(engine::close);
        goOn.countDown();
        closing.join();
        assertThat(jobs.answered).containsExactly("in-hand");
        assertThat(new Rows(url).count("scheduled_tasks where task_name = 'answers'"))
                .isZero();
    }

    private static RescueRequest cleared(RescueRequest request) {
        return new RescueRequest(
                request.id(),
                request.plan(),
                Samples.confirmed(due(Samples.NOON)).stage(),
                request.version() + 1);
    }
}
