package dev.lifeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What long runs of the simulation leave behind for the next one. */
class LedgerTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("ledger.txt");
    }

    private static SimulationResult result(long seed, Optional<Violation> violation) {
        Figures figures = new Figures();
        figures.countRescue();
        figures.countKill();
        figures.countSeed(100, 3);
        return new SimulationResult(seed, violation, List.of(), "digest", List.of(), figures);
    }

    @Test
    void a_later_run_goes_on_where_another_ended() {
        new Ledger(file, "aaaa").add(result(1_000, Optional.empty()), 1_500);

        Ledger later = new Ledger(file, "bbbb");
        assertThat(later.isDone(1_000)).isTrue();
        assertThat(later.isDone(1_001)).isFalse();
        assertThat(later.figures())
                .hasToString(result(1_000, Optional.empty()).figures().toString());
        assertThat(later.figuresOfThisBuild().rescues()).isZero();
        assertThat(later.seconds()).isEqualTo(1.5);
    }

    @Test
    void processes_that_share_a_ledger_see_each_other_s_seeds() {
        Ledger one = new Ledger(file, "aaaa");
        Ledger other = new Ledger(file, "aaaa");

        one.add(result(1_000, Optional.empty()), 1);
        other.add(result(1_001, Optional.empty()), 1);

        assertThat(other.figures().rescues()).isEqualTo(2);
        assertThat(one.isDone(1_001)).isFalse();
        one.add(result(1_002, Optional.empty()), 1);
        assertThat(one.isDone(1_001)).isTrue();
    }

    @Test
    void a_broken_promise_is_looked_at_again_by_the_next_build() {
        new Ledger(file, "aaaa").add(result(1_000, Optional.of(new Violation("P1", "two\nlaunches | of one"))), 1);

        Ledger same = new Ledger(file, "aaaa");
        assertThat(same.isDone(1_000)).isTrue();
        assertThat(same.violations()).containsExactly("seed 1000 violates P1: two launches | of one (build aaaa)");

        Ledger mended = new Ledger(file, "bbbb");
        assertThat(mended.isDone(1_000)).isFalse();
        mended.add(result(1_000, Optional.empty()), 1);
        assertThat(mended.violations()).isEmpty();
        assertThat(mended.figures().seeds()).isEqualTo(1);
    }

    @Test
    void a_line_that_was_cut_off_is_left_out() throws IOException {
        new Ledger(file, "aaaa").add(result(1_000, Optional.empty()), 1);
        Files.writeString(file, "1 aaaa 10", StandardOpenOption.APPEND);
        assertThat(new Ledger(file, "aaaa").figures().seeds()).isEqualTo(1);

        new Ledger(file, "aaaa").add(result(1_001, Optional.empty()), 1);
        new Ledger(file, "aaaa").add(result(1_002, Optional.empty()), 1);
        Ledger read = new Ledger(file, "aaaa");
        assertThat(read.isDone(1_001)).isFalse();
        assertThat(read.isDone(1_002)).isTrue();
    }
}
