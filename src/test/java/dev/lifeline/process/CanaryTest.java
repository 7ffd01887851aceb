package dev.lifeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise P6: a password was shown to one person, and is nowhere that the bot wrote to, nor in its memory. */
class CanaryTest {

    private static final String EVERYTHING = """
            <configuration>
              <appender name="ERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target><encoder><pattern>%level %logger %msg%n%ex</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="ERR"/></root>
            </configuration>
            """;

    private static final String EVERYTHING_ELSE = """
            handlers=java.util.logging.ConsoleHandler
            .level=ALL
            java.util.logging.ConsoleHandler.level=ALL
            """;

    @TempDir
    Path folder;

    @Test
    void P6_a_revealed_password_is_nowhere_after_its_window_was_closed() throws Exception {
        String database = "jdbc:sqlite:" + folder.resolve("lifeline.db");
        try (Town town = new Town();
                Serving bot = Serving.begins(town, talkative(town.settings(database)), folder)) {
            Canary canary = new Canary(town.password("web-07"));
            rescued(town);
            town.asha("presses", "Show access");
            until(() -> town.everything().contains("How to get in to"));
            town.asha("presses", "Reveal password");
            until(() -> canary.in(town.windows()));
            town.asha("closes", "it");
            assertThat(canary.in(town.windows())).isFalse();

            Path heap = heapOf(bot);
            town.asha("presses", "End rescue");
            until(() -> town.everything().contains("is back in its installed system"));
            Spoken exported = Spoken.by(town.settings(database), "audit", "export");

            assertThat(bot.program().err()).contains("TRACE", "DEBUG").contains("okhttp");
            assertThat(new Canary("xoxb-sandbox-lifeline-bot-token").in(heap)).isTrue();
            assertThat(exported.out()).contains("password-revealed");
            assertThat(canary.in(town.everybodySees())).isFalse();
            assertThat(canary.in(exported.out() + exported.err())).isFalse();
            assertThat(canary.in(town.knock(bot.url() + "/metrics").body())).isFalse();
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(canary.filesIn(files)).isEmpty();
            }
        }
    }

    private static void rescued(Town town) {
        town.asha("types", "/rescue web-07");
        until(() -> town.everything().contains("Boot web-07.example.com into the rescue kernel?"));
        town.asha("presses", "Yes, boot into rescue");
        until(() -> town.everything().contains("web-07.example.com is in the rescue kernel"));
    }

    /** The bot, and every library in it, tells all that it ever would. */
    private Map<String, String> talkative(Map<String, String> settings) throws IOException {
        Path ours = Files.writeString(folder.resolve("logback.xml"), EVERYTHING);
        Path javas = Files.writeString(folder.resolve("logging.properties"), EVERYTHING_ELSE);
        Map<String, String> all = new HashMap<>(settings);
        all.put(
                "JAVA_TOOL_OPTIONS",
                "-Dlogback.configurationFile=" + ours + " -Djava.util.logging.config.file=" + javas);
        return all;
    }

    /** What is alive in its memory, after a collection. */
    private Path heapOf(Serving bot) throws IOException, InterruptedException {
        Path heap = folder.resolve("bot.hprof");
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(bot.program().id()),
                        "GC.heap_dump",
                        heap.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jcmd.out").toFile())
                .start();
        assertThat(dump.waitFor()).isZero();
        assertThat(heap).exists();
        return heap;
    }

    private static void until(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(condition::getAsBoolean);
    }
}
