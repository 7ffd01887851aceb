package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lifeline.contract.AtOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedCommitTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> commits = new CopyOnWriteArrayList<>();
    private final CountDownLatch disk = new CountDownLatch(1);

    @AfterEach
    void stop() {
        disk.countDown();
        threads.shutdownNow();
    }

    private List<String> write(List<Integer> numbers) {
        commits.add(numbers);
        try {
            disk.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (numbers.contains(13)) throw new IllegalArgumentException("unlucky");
        return numbers.stream().map(number -> "wrote " + number).toList();
    }

    private CompletableFuture<String> add(SharedCommit<Integer, String> commit, int number) {
        return CompletableFuture.supplyAsync(() -> commit.add(number), threads);
    }

    @Test
    void those_who_come_during_a_commit_share_the_next() {
        SharedCommit<Integer, String> commit = new SharedCommit<>(this::write);
        List<CompletableFuture<String>> all = new ArrayList<>(List.of(add(commit, 0)));
        await().until(() -> commits.size() == 1);
        for (int i = 20; i < 40; i++) all.add(add(commit, i));
        await().until(() -> commit.waiting() == 20);
        disk.countDown();
        assertThat(all.stream().map(CompletableFuture::join))
                .startsWith("wrote 0", "wrote 20")
                .hasSize(21);
        assertThat(commits).hasSize(2);
    }

    @Test
    void one_that_cannot_be_written_does_not_take_the_others_with_it() {
        disk.countDown();
        SharedCommit<Integer, String> commit = new SharedCommit<>(this::write);
        List<String> outcomes = AtOnce.all(20, number -> {
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
    void nobody_waits_for_ever_when_the_writer_breaks_off() {
        SharedCommit<Integer, String> commit = new SharedCommit<>(numbers -> {
            throw new StackOverflowError("on purpose");
        });
        List<Boolean> threw = AtOnce.all(10, number -> {
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
        disk.countDown();
        SharedCommit<Integer, String> commit = new SharedCommit<>(this::write);
        assertThatThrownBy(() -> commit.add(13)).hasRootCauseMessage("unlucky");
    }

    @Test
    void when_too_many_wait_the_next_is_told_so_at_once() {
        SharedCommit<Integer, String> commit = new SharedCommit<>(this::write);
        add(commit, 0);
        await().until(() -> commits.size() == 1);
        for (int i = 1; i <= SharedCommit.MOST_WAITING; i++) add(commit, 1_000 + i);
        await().until(() -> commit.waiting() == SharedCommit.MOST_WAITING);
        assertThatThrownBy(() -> commit.add(7)).hasMessageContaining("1000 wait");
    }
}
