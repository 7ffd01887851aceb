package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} in a small heap with a provider that sends too much: a clear message, nothing launched, and the process lives on. */
class HostileResponsesTest {

    /** The JVM exits as soon as this heap is exhausted; a response of 200 MB would not fit. */
    private static final String SMALL_HEAP_OPTIONS = "-Xmx96m -XX:+ExitOnOutOfMemoryError";

    @TempDir
    Path folder;

    @Test
    void P3_an_answer_of_two_hundred_megabytes_is_told_as_no_answer_in_bounded_memory() {
        assertSurvives("huge-body", 3);
    }

    @Tag("long")
    @Test
    void P3_an_answer_that_never_ends_is_told_as_no_answer() {
        assertSurvives("never-ending-body", 1);
    }

    private void assertSurvives(String fault, int attempts) {
        try (FakePlatforms fakePlatforms = new FakePlatforms()) {
            Map<String, String> settings = fakePlatforms.settings("jdbc:sqlite:" + folder.resolve("lifeline.db"));
            settings.put("JAVA_TOOL_OPTIONS", SMALL_HEAP_OPTIONS);
            try (RestartableBot bot = RestartableBot.start(fakePlatforms, settings, folder)) {
                fakePlatforms.injectProviderFault(fault);
                for (int attempt = 1; attempt <= attempts; attempt++) assertDenied(fakePlatforms, attempt);
                fakePlatforms.clearProviderFaults();
                assertAnswersNextCommand(fakePlatforms, bot);
            }
        }
    }

    private static void assertDenied(FakePlatforms fakePlatforms, int attempt) {
        assertThat(fakePlatforms.actAsAsha("types", "/rescue web-07")).isTrue();
        Awaitility.await()
                .untilAsserted(() -> assertThat(fakePlatforms.visibleMessages())
                        .filteredOn(message -> message.path("text").asText().contains("so nothing was done"))
                        .hasSize(attempt));
        assertThat(fakePlatforms.providerCalls("executeRescueLayer")).isZero();
    }

    private static void assertAnswersNextCommand(FakePlatforms fakePlatforms, RestartableBot bot) {
        assertThat(fakePlatforms.actAsAsha("types", "/rescue web-08")).isTrue();
        Awaitility.await()
                .untilAsserted(() -> assertThat(fakePlatforms.visibleText()).contains("Boot web-08.example.com"));
        assertThat(bot.process().isRunning()).isTrue();
    }
}
