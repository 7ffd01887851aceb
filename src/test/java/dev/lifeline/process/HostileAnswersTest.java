package dev.lifeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} in a small heap, and a provider that sends too much: a clear sentence, nothing launched, and the process lives on. */
class HostileAnswersTest {

    /** It ends at once when this is not enough; an answer of 200 MB would not fit. */
    private static final String SMALL = "-Xmx96m -XX:+ExitOnOutOfMemoryError";

    private static final Duration LONGER_THAN_A_READ = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void P3_an_answer_of_two_hundred_megabytes_is_told_as_no_answer_in_bounded_memory() {
        survives("huge-body", 3);
    }

    @Tag("long")
    @Test
    void P3_an_answer_that_never_ends_is_told_as_no_answer() {
        survives("never-ending-body", 1);
    }

    private void survives(String fault, int times) {
        try (Town town = new Town()) {
            Map<String, String> settings = town.settings("jdbc:sqlite:" + folder.resolve("lifeline.db"));
            settings.put("JAVA_TOOL_OPTIONS", SMALL);
            try (Serving bot = Serving.begins(town, settings, folder)) {
                town.providerSends(fault);
                for (int time = 1; time <= times; time++) refused(town, time);
                town.providerRecovers();
                answered(town, bot);
            }
        }
    }

    private static void refused(Town town, int time) {
        assertThat(town.asha("types", "/rescue web-07")).isTrue();
        Awaitility.await()
                .atMost(LONGER_THAN_A_READ)
                .untilAsserted(() -> assertThat(town.messages())
                        .filteredOn(message -> message.path("text").asText().contains("so nothing was done"))
                        .hasSize(time));
        assertThat(town.calls("executeRescueLayer")).isZero();
    }

    private static void answered(Town town, Serving bot) {
        assertThat(town.asha("types", "/rescue web-08")).isTrue();
        Awaitility.await()
                .atMost(LONGER_THAN_A_READ)
                .untilAsserted(() -> assertThat(town.everything()).contains("Boot web-08.example.com"));
        assertThat(bot.program().runs()).isTrue();
    }
}
