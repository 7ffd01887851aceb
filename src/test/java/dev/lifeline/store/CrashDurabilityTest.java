package dev.lifeline.store;

import static dev.lifeline.contract.Samples.slashCommand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.contract.ConcurrentRunner;
import dev.lifeline.store.database.BusyDatabaseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What was committed survives the end of the process, whatever ended it (promises P2 and P7). */
class CrashDurabilityTest {

    private static final int MIN_WRITES_BEFORE_KILL = 300;

    @TempDir
    Path folder;

    private String databaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    @RepeatedTest(3)
    void P2_what_was_written_down_is_there_after_a_kill() throws IOException, InterruptedException {
        List<String> printedIds = new ArrayList<>();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashDurabilityTest.class.getName(),
                        databaseUrl())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null) {
                if (line.startsWith("put ")) printedIds.add(line.substring("put ".length()));
                if (printedIds.size() == MIN_WRITES_BEFORE_KILL)
                    writer.toHandle().destroyForcibly();
                line = output.readLine();
            }
        }
        writer.waitFor();
        // the kill may have cut the last line
        printedIds.remove(printedIds.size() - 1);
        try (Store store = Store.open(databaseUrl(), InstantSource.system())) {
            assertThat(store.inbox().pending())
                    .hasSizeGreaterThanOrEqualTo(MIN_WRITES_BEFORE_KILL - 1)
                    .containsAll(printedIds);
        }
    }

    /** Adds interactions from several threads until it is killed, and prints the id of each. */
    public static void main(String[] arguments) {
        Store store = Store.open(arguments[0], InstantSource.system());
        ConcurrentRunner.runAll(8, number -> {
            for (int i = 0; i < 1_000_000; i++) {
                String id = number + "-" + i;
                if (!add(store, id)) continue;
                synchronized (store) {
                    System.out.println("put " + id);
                }
            }
            return number;
        });
    }

    /** A machine that is busy elsewhere may commit too late. */
    private static boolean add(Store store, String id) {
        try {
            store.inbox().add(slashCommand(id));
            return true;
        } catch (BusyDatabaseException e) {
            return false;
        }
    }
}
