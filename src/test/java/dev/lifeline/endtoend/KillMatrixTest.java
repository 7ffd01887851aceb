package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes are killed, paused and terminated at each point of a rescue, on SQLite and with three replicas on PostgreSQL: one launch, one
 * way back, every reply once, and somebody takes over (promises P1, P2 and P7). {@code -Dlifeline.kill-matrix=all} tries every device at
 * every point; {@code -Dgolden=write} keeps the results in {@code src/docs/kill-matrix.md}.
 */
class KillMatrixTest {

    private static final Path PAGE = Path.of("src/docs/kill-matrix.md");
    private static final String TABLE_START = "<!-- results -->\n";
    private static final List<KillMatrix.Outcome> OUTCOMES = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        System.out.println(new KillMatrixPage(OUTCOMES).table());
    }

    /** After each cell, so that a run that is cut short leaves what it found. */
    private static void keep(KillMatrix.Outcome outcome) {
        OUTCOMES.add(outcome);
        if (!"write".equals(System.getProperty("golden"))) return;
        try {
            String page = Files.readString(PAGE);
            String head = page.substring(0, page.indexOf(TABLE_START)) + TABLE_START;
            Files.writeString(PAGE, head + "\n" + new KillMatrixPage(OUTCOMES).table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void P7_a_process_that_is_paused_at_the_launch_goes_on_without_doing_anything_twice() {
        assertGoesOn(new KillMatrix.Cell(
                KillMatrix.Setup.SQLITE, Disturbance.PAUSE, KillPoint.CONFIRM_ACKED, RescueDevice.GUEST));
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = ReplicasTest.POSTGRES_URL_VARIABLE,
            matches = ".+",
            disabledReason = ReplicasTest.POSTGRES_URL_VARIABLE + " names no PostgreSQL to try this on")
    void P7_two_of_three_replicas_are_terminated_at_the_launch_and_the_third_goes_on() {
        assertGoesOn(new KillMatrix.Cell(
                KillMatrix.Setup.POSTGRESQL, Disturbance.TERMINATE, KillPoint.CONFIRM_ACKED, RescueDevice.GUEST));
    }

    static Stream<KillMatrix.Cell> sqliteCells() {
        return cells(KillMatrix.Setup.SQLITE);
    }

    static Stream<KillMatrix.Cell> postgresqlCells() {
        return cells(KillMatrix.Setup.POSTGRESQL);
    }

    private static Stream<KillMatrix.Cell> cells(KillMatrix.Setup setup) {
        boolean all = "all".equals(System.getProperty("lifeline.kill-matrix"));
        return (all ? KillMatrix.all(setup) : KillMatrix.pairs(setup)).stream();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("sqliteCells")
    void P7_one_process_at_each_point(KillMatrix.Cell cell) {
        assertGoesOn(cell);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("postgresqlCells")
    @EnabledIfEnvironmentVariable(
            named = ReplicasTest.POSTGRES_URL_VARIABLE,
            matches = ".+",
            disabledReason = ReplicasTest.POSTGRES_URL_VARIABLE + " names no PostgreSQL to try this on")
    void P7_two_of_three_replicas_at_each_point(KillMatrix.Cell cell) {
        assertGoesOn(cell);
    }

    private void assertGoesOn(KillMatrix.Cell cell) {
        KillMatrix.Outcome outcome = new KillMatrix(folder).run(cell);
        keep(outcome);
        assertThat(outcome.result()).isIn((Object[]) RescueRun.Result.values());
    }
}
