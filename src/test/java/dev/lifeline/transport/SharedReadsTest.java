package dev.lifeline.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    private static final Duration TTL = Duration.ofMinutes(1);
    private static final String ASHA = "asha";

    private final AtomicLong nanos = new AtomicLong();
    private final Ticker ticker = nanos::get;
    private final SharedReads<String, Optional<Integer>> reads =
            new SharedReads<>(TTL, 100, ticker, Optional::isPresent);
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService executor = Executors.newFixedThreadPool(8);

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    private Optional<Integer> call(String key) {
        return Optional.of(calls.incrementAndGet());
    }

    @Test
    void an_answer_is_kept_for_its_time_and_not_beyond() {
        reads.get(ASHA, this::call);
        nanos.addAndGet(TTL.toNanos() - 1);
        assertThat(reads.get(ASHA, this::call)).contains(1);
        nanos.addAndGet(1);
        assertThat(reads.get(ASHA, this::call)).contains(2);
    }

    @Test
    void all_who_ask_when_an_answer_has_run_out_share_one_call() {
        reads.get(ASHA, this::call);
        nanos.addAndGet(TTL.toNanos());
        CountDownLatch asked = new CountDownLatch(8);
        Function<String, Optional<Integer>> slowCall = key -> {
            awaitAll(asked);
            return call(key);
        };

        List<CompletableFuture<Optional<Integer>>> answers = ask(asked, slowCall);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).contains(2));
        assertThat(calls).hasValue(2);
    }

    @Test
    void all_who_wait_get_an_answer_that_is_not_kept() {
        CountDownLatch asked = new CountDownLatch(8);
        List<CompletableFuture<Optional<Integer>>> answers = ask(asked, key -> {
            awaitAll(asked);
            return Optional.empty();
        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEmpty());
        assertThat(reads.get(ASHA, this::call)).contains(1);
    }

    @Test
    void all_who_wait_get_the_failure_and_the_next_one_asks_again() {
        CountDownLatch asked = new CountDownLatch(8);
        List<CompletableFuture<Optional<Integer>>> answers = ask(asked, key -> {
            awaitAll(asked);
            throw new IllegalStateException("away");
        });

        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(IllegalStateException.class));
        assertThat(reads.get(ASHA, this::call)).contains(1);
    }

    @Test
    void an_answer_that_holds_no_more_is_read_again() {
        reads.get(ASHA, this::call);
        assertThat(reads.get(ASHA, this::call, answer -> false)).contains(2);
        assertThat(reads.get(ASHA, this::call)).contains(2);
    }

    @Test
    void what_was_read_before_an_invalidation_is_not_kept() {
        reads.get(ASHA, key -> {
            reads.invalidate(ASHA);
            return call(key);
        });
        assertThat(reads.get(ASHA, this::call)).contains(2);
    }

    @Test
    void a_read_that_ends_after_a_later_one_does_not_replace_its_answer() {
        reads.get(ASHA, key -> {
            Optional<Integer> early = call(key);
            reads.read(ASHA, this::call);
            return early;
        });
        assertThat(reads.get(ASHA, this::call)).contains(2);
    }

    @Test
    void a_reader_that_asks_for_its_own_key_does_not_wait_for_itself() {
        reads.get(ASHA, key -> reads.get(ASHA, this::call));
        assertThat(reads.get(ASHA, this::call)).contains(1);
    }

    private List<CompletableFuture<Optional<Integer>>> ask(
            CountDownLatch asked, Function<String, Optional<Integer>> reader) {
        return IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            asked.countDown();
                            return reads.get(ASHA, reader);
                        },
                        executor))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
