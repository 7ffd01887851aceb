package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.ConcurrentRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch diskReleased = new CountDownLatch(1);

    @AfterEach
    void stop() {
        diskReleased.countDown();
        threads.shutdownNow();
    }

    private List<String> writeBatch(List<Integer> numbers) {
        batches.add(numbers);
        try {
            diskReleased.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (numbers.contains(13)) throw new IllegalArgumentException("unlucky");
        return numbers.stream().map(number -> "wrote " + number).toList();
    }

    private CompletableFuture<String> addAsync(GroupCommit<Integer, String> commit, int number) {
        return CompletableFuture.supplyAsync(() -> commit.add(number), threads);
    }

    @Test
    void those_who_come_during_a_commit_share_the_next() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch);
        List<CompletableFuture<String>> all = new ArrayList<>(List.of(addAsync(commit, 0)));
        await().until(() -> batches.size() == 1);
        for (int i = 20; i < 40; i++) all.add(addAsync(commit, i));
        await().until(() -> commit.waiting() == 20);
        diskReleased.countDown();
        assertThat(all.stream().map(CompletableFuture::join))
                .startsWith("wrote 0", "wrote 20")
                .hasSize(21);
        assertThat(batches).hasSize(2);
    }

    @Test
    void one_that_cannot_be_written_does_not_take_the_others_with_it() {
        diskReleased.countDown();
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch);
        List<String> outcomes = ConcurrentRunner.runAll(20, number -> {
            try {
                return commit.add(number);
            } catch (IllegalStateException e) {
                return "failed " + number;
            }
        });
        assertThat(outcomes)
                .contains("failed 13")
                .filteredOn(outcome -> outcome.startsWith("wrote"))
                .hasSize(19);
    }

    @Test
    void a_batch_with_one_that_cannot_be_written_is_written_in_parts() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch);
        List<CompletableFuture<String>> all = new ArrayList<>(List.of(addAsync(commit, 0)));
        await().until(() -> batches.size() == 1);
        for (int i = 10; i < 74; i++) all.add(addAsync(commit, i));
        await().until(() -> commit.waiting() == 64);
        diskReleased.countDown();
        all.forEach(added -> added.exceptionally(thrown -> "failed").join());
        assertThat(all).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(1);
        assertThat(batches).hasSize(14);
    }

    @Test
    void who_is_in_a_hurry_waits_no_longer_than_they_can_and_leaves_nothing_behind() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch, threads::execute);
        CompletableFuture<String> first = addAsync(commit, 0);
        await().until(() -> batches.size() == 1);
        assertThatThrownBy(() -> commit.addUrgent(1, Duration.ofMillis(1))).isInstanceOf(BusyDatabaseException.class);
        assertThat(commit.waiting()).isZero();
        diskReleased.countDown();
        first.join();
        assertThat(commit.addUrgent(2, Duration.ofMinutes(1))).isEqualTo("wrote 2");
        assertThat(batches).containsExactly(List.of(0), List.of(2));
    }

    @Test
    void nobody_waits_for_ever_when_the_writer_breaks_off() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(numbers -> {
            throw new StackOverflowError("on purpose");
        });
        List<Boolean> threw = ConcurrentRunner.runAll(10, number -> {
            try {
                commit.add(number);
                return false;
            } catch (StackOverflowError | IllegalStateException e) {
                return true;
            }
        });
        assertThat(threw).containsOnly(true);
    }

    @Test
    void what_cannot_be_written_is_said_with_its_cause() {
        diskReleased.countDown();
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch);
        assertThatThrownBy(() -> commit.add(13)).hasRootCauseMessage("unlucky");
    }

    @Test
    void when_too_many_wait_the_next_is_told_so_at_once() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch);
        addAsync(commit, 0);
        await().until(() -> batches.size() == 1);
        for (int i = 1; i <= GroupCommit.MAX_WAITING_ENTRIES; i++) addAsync(commit, 1_000 + i);
        await().until(() -> commit.waiting() == GroupCommit.MAX_WAITING_ENTRIES);
        assertThatThrownBy(() -> commit.add(7)).hasMessageContaining("1000 entries wait");
    }

    @Test
    void while_the_disk_stands_still_one_run_waits_for_it_however_many_come() {
        Queue<Runnable> runs = new ConcurrentLinkedQueue<>();
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch, runs::add);
        for (int i = 0; i < 50; i++)
            assertThatThrownBy(() -> commit.addUrgent(1, Duration.ZERO)).isInstanceOf(BusyDatabaseException.class);
        assertThat(runs).hasSize(1);
        assertThat(commit.waiting()).isZero();
    }

    @Test
    void what_is_prepared_shares_the_commit_of_what_comes_next() {
        diskReleased.countDown();
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch);
        Pending<String> prepared = commit.prepare(1, Duration.ofMinutes(1));
        assertThat(batches).isEmpty();

        commit.add(2);

        assertThat(prepared.get()).isEqualTo("wrote 1");
        assertThat(batches).containsExactly(List.of(1, 2));
    }

    @Test
    void what_is_prepared_and_followed_by_nothing_is_written_when_it_is_asked_for() {
        diskReleased.countDown();
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch);

        assertThat(commit.prepare(1, Duration.ofMinutes(1)).get()).isEqualTo("wrote 1");
    }

    @Test
    void the_time_of_what_is_prepared_runs_from_its_begin() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch, run -> {});
        Pending<String> prepared = commit.prepare(1, Duration.ZERO);

        assertThatThrownBy(prepared::get).isInstanceOf(BusyDatabaseException.class);
        assertThat(commit.waiting()).isZero();
    }

    @Test
    void nobody_waits_for_a_committer_that_takes_no_more() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(this::writeBatch, run -> {
            throw new RejectedExecutionException("closed");
        });

        assertThatThrownBy(() -> commit.add(1)).hasRootCauseMessage("closed");
        assertThatThrownBy(() -> commit.add(2)).hasRootCauseMessage("closed");
    }

    @Test
    void the_two_waits_of_an_acknowledgement_end_within_two_seconds() {
        assertThat(Transactions.MAX_URGENT_WAIT.multipliedBy(2)).isLessThan(Duration.ofSeconds(2));
    }
}
