package dev.lifeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A seed means the same in every process: nothing depends on the order of a hash or on the time of day. */
class SecondProcessTest {

    /** Of a large account, where several replicas leave work behind at once. */
    private static final long SEED = 1_010;

    @Test
    @Tag("long")
    void a_second_process_replays_a_seed_exactly() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replay.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.lines()).contains(Simulation.run(SEED, Set.of()).digest());
    }

    /** What the second process runs. */
    static final class Replay {

        private Replay() {}

        public static void main(String[] arguments) {
            System.out.println(Simulation.run(SEED, Set.of()).digest());
        }
    }
}
