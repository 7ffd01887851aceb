package dev.lifeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Timings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promises P1 and P7 with two replicas on one PostgreSQL: a rescue goes through once, whichever of them dies. */
@EnabledIfEnvironmentVariable(
        named = ReplicasTest.POSTGRES,
        matches = ".+",
        disabledReason = ReplicasTest.POSTGRES + " names no PostgreSQL to try this on")
class ReplicasTest {

    static final String POSTGRES = "LIFELINE_TEST_POSTGRES_URL";

    @TempDir
    Path folder;

    static String emptySchema() {
        String url = System.getenv(POSTGRES);
        String schema = "replicas_" + UUID.randomUUID().toString().replace("-", "");
        Jdbi.create(url).useHandle(handle -> handle.execute("create schema " + schema));
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    @Test
    void P7_either_replica_dies_now_and_then_and_the_rescue_goes_through_once() {
        List<Kill> kills = List.of(
                Kill.at(Moment.ASKED),
                Kill.at(Moment.CONFIRMED),
                Kill.at(Moment.SENT),
                Kill.at(Moment.UP),
                Kill.at(Moment.RETURNING));
        String database = emptySchema();
        try (Town town = new Town();
                Serving one = Serving.begins(town, town.settings(database), folder);
                Serving other = Serving.begins(town, town.settings(database), folder)) {
            Deque<Serving> turns = new ArrayDeque<>(List.of(one, other));
            Runnable inTurn = () -> {
                turns.addLast(turns.removeFirst());
                turns.getLast().killedAndBack();
            };
            plays(new Story(town, inTurn, new Ledger(database), Machine.GUEST, kills), one, other);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"true, CONFIRMED", "false, CONFIRMED", "true, SENT", "false, SENT", "true, LEAVING", "false, LEAVING"})
    void P7_one_replica_dies_for_good_and_the_other_goes_on(boolean first, Moment moment) {
        String database = emptySchema();
        try (Town town = new Town();
                Serving one = Serving.begins(town, town.settings(database), folder);
                Serving other = Serving.begins(town, town.settings(database), folder)) {
            Runnable dies = () -> (first ? one : other).program().kill();
            plays(new Story(town, dies, new Ledger(database), Machine.GUEST, List.of(Kill.at(moment))), one, other);
        }
    }

    private static void plays(Story story, Serving one, Serving other) {
        long begun = System.nanoTime();
        try {
            assertThat(story.plays()).isIn((Object[]) Story.End.values());
        } catch (AssertionError | RuntimeException failed) {
            System.out.println(one.program().err() + "\n---\n" + other.program().err());
            throw failed;
        }
        Timings.took("a rescue by two replicas that die", (System.nanoTime() - begun) / 1_000_000);
    }
}
