package dev.lifeline.process;

import static dev.lifeline.process.Moment.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Timings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises P1 and P7: {@code serve} dies with SIGKILL at any moment of a rescue, and the next one goes on from there. */
class KilledBotTest {

    private static final int RANDOM_STORIES = Integer.getInteger("lifeline.stories", 20);
    private static final int LONGEST_PAUSE_MILLIS = 2_500;
    private static final Map<Story.End, Integer> ENDS = new EnumMap<>(Story.End.class);

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        System.out.println("Measured ends of killed rescues: " + ENDS);
    }

    @Test
    void P7_a_rescue_outlives_a_kill_between_posting_and_knowing_of_it_and_at_each_order() {
        assertThat(told(
                        Machine.GUEST,
                        List.of(Kill.at(POSTING), Kill.at(CONFIRMED), Kill.at(SENT), Kill.at(RETURNING))))
                .isIn((Object[]) Story.End.values());
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void P7_a_rescue_outlives_a_kill_at_each_moment(Moment moment) {
        assertThat(told(Machine.GUEST, List.of(Kill.at(moment)))).isIn((Object[]) Story.End.values());
    }

    static Stream<Machine> machines() {
        return Stream.of(Machine.GUEST, Machine.WINDOWS_GUEST, Machine.METAL, Machine.WINDOWS_METAL, Machine.BARE);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("machines")
    void P7_a_rescue_of_any_kind_outlives_a_kill_at_every_moment(Machine machine) {
        assertThat(told(machine, Arrays.stream(Moment.values()).map(Kill::at).toList()))
                .isIn((Object[]) Story.End.values());
    }

    static LongStream seeds() {
        long seed = Long.getLong("lifeline.seed", System.nanoTime() % 1_000_000);
        return LongStream.range(seed, seed + RANDOM_STORIES);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("seeds")
    void P7_a_rescue_outlives_kills_at_random_moments(long seed) {
        Random random = new Random(seed);
        List<Machine> machines = machines().toList();
        Machine machine = machines.get(random.nextInt(machines.size()));
        List<Kill> kills = new ArrayList<>();
        for (Moment moment : values())
            if (random.nextInt(3) == 0) kills.add(new Kill(moment, random.nextInt(LONGEST_PAUSE_MILLIS)));
        System.out.println("seed " + seed + ": " + machine.device() + " with kills at " + kills);
        assertThat(told(machine, kills)).isIn((Object[]) Story.End.values());
    }

    private Story.End told(Machine machine, List<Kill> kills) {
        long begun = System.nanoTime();
        String database = "jdbc:sqlite:" + folder.resolve("lifeline.db");
        try (Town town = new Town();
                Serving bot = Serving.begins(town, town.settings(database), folder)) {
            try {
                Story.End end = new Story(town, bot::killedAndBack, new Ledger(database), machine, kills).plays();
                ENDS.merge(end, 1, Integer::sum);
                Timings.took("a rescue with " + kills.size() + " kills", (System.nanoTime() - begun) / 1_000_000);
                return end;
            } catch (AssertionError | RuntimeException failed) {
                System.out.println(town.everything() + "\n" + bot.program().err());
                throw failed;
            }
        }
    }
}
