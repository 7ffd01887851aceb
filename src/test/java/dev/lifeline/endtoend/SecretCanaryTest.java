package dev.lifeline.endtoend;

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

/** A password that was shown to one person is in no file that the bot wrote and not in its heap (promise P6). */
class SecretCanaryTest {

    private static final String LOGBACK_TRACE_CONFIG = """
            <configuration>
              <appender name="ERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target><encoder><pattern>%level %logger %msg%n%ex</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="ERR"/></root>
            </configuration>
            """;

    private static final String JUL_ALL_CONFIG = """
            handlers=java.util.logging.ConsoleHandler
            .level=ALL
            java.util.logging.ConsoleHandler.level=ALL
            """;

    @TempDir
    Path folder;

    @Test
    void P6_a_revealed_password_is_nowhere_after_its_modal_was_closed() throws Exception {
        String database = "jdbc:sqlite:" + folder.resolve("lifeline.db");
        try (FakePlatforms fakePlatforms = new FakePlatforms();
                RestartableBot bot = RestartableBot.start(
                        fakePlatforms, withFullLogging(fakePlatforms.settings(database)), folder)) {
            SecretCanary secretCanary = new SecretCanary(fakePlatforms.providerPassword("web-07"));
            bootIntoRescue(fakePlatforms);
            fakePlatforms.actAsAsha("presses", "Show access");
            awaitUntil(() -> fakePlatforms.visibleText().contains("How to get in to"));
            fakePlatforms.actAsAsha("presses", "Reveal password");
            awaitUntil(() -> secretCanary.isIn(fakePlatforms.openModals()));
            fakePlatforms.actAsAsha("closes", "it");
            assertThat(secretCanary.isIn(fakePlatforms.openModals())).isFalse();

            Path heap = heapDump(bot);
            fakePlatforms.actAsAsha("presses", "End rescue");
            awaitUntil(() -> fakePlatforms.visibleText().contains("is back in its installed system"));
            CliOutput exported = CliOutput.run(fakePlatforms.settings(database), "audit", "export");

            assertThat(bot.process().standardError()).contains("TRACE", "DEBUG").contains("okhttp");
            assertThat(new SecretCanary("xoxb-sandbox-lifeline-bot-token").isIn(heap))
                    .isTrue();
            assertThat(exported.standardOutput()).contains("password-revealed");
            assertThat(secretCanary.isIn(fakePlatforms.everythingVisible())).isFalse();
            assertThat(secretCanary.isIn(exported.standardOutput() + exported.standardError()))
                    .isFalse();
            assertThat(secretCanary.isIn(
                            fakePlatforms.tryGet(bot.httpUrl() + "/metrics").body()))
                    .isFalse();
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(secretCanary.filesContaining(files)).isEmpty();
            }
        }
    }

    private static void bootIntoRescue(FakePlatforms fakePlatforms) {
        fakePlatforms.actAsAsha("types", "/rescue web-07");
        awaitUntil(() -> fakePlatforms.visibleText().contains("Boot web-07.example.com into the rescue kernel?"));
        fakePlatforms.actAsAsha("presses", "Yes, boot into rescue");
        awaitUntil(() -> fakePlatforms.visibleText().contains("web-07.example.com is in the rescue kernel"));
    }

    /** Settings with the most verbose logging of the bot and of every library. */
    private Map<String, String> withFullLogging(Map<String, String> settings) throws IOException {
        Path logbackConfig = Files.writeString(folder.resolve("logback.xml"), LOGBACK_TRACE_CONFIG);
        Path julConfig = Files.writeString(folder.resolve("logging.properties"), JUL_ALL_CONFIG);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-Dlogback.configurationFile=" + logbackConfig + " -Djava.util.logging.config.file=" + julConfig);
        return environment;
    }

    /** A heap dump of live objects, after a garbage collection. */
    private Path heapDump(RestartableBot bot) throws IOException, InterruptedException {
        Path heap = folder.resolve("bot.hprof");
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(bot.process().pid()),
                        "GC.heap_dump",
                        heap.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jcmd.out").toFile())
                .start();
        assertThat(dump.waitFor()).isZero();
        assertThat(heap).exists();
        return heap;
    }

    private static void awaitUntil(BooleanSupplier condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(condition::getAsBoolean);
    }
}
