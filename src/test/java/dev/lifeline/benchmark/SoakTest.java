package dev.lifeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rescues without a pause: memory, threads, descriptors, connections and the rows of what is under way stay flat. {@code
 * -Dlifeline.soak.minutes=N} sets how long the long form takes, {@code -Dgolden=write} keeps its figures in {@code src/docs/soak.md}.
 */
class SoakTest {

    private static final Path PAGE = Path.of("src/docs/soak.md");
    private static final String TABLE_START = "<!-- results -->\n";
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final int MAX_MORE_THREADS = 4;
    private static final int MAX_MORE_DESCRIPTORS = 12;
    private static final double MAX_MEMORY_GROWTH = 1.25;
    private static final List<String> LINES = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterAll
    static void print() throws IOException {
        LINES.forEach(System.out::println);
        if (LINES.isEmpty() || !"write".equals(System.getProperty("golden"))) return;
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(TABLE_START)) + TABLE_START;
        Files.writeString(PAGE, head + "\n" + HEADER + String.join("\n", LINES) + "\n");
    }

    private static final String HEADER = """
            | Database | Length | Rescues | RSS, MiB | Threads | Descriptors | Sockets | Rows under way | Rows kept a rescue | Kept a rescue |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    @Test
    void a_short_while_of_rescues_leaves_nothing_under_way() {
        List<SoakSample> samples = soak(Contender.SQLITE, SHORT, 4);

        assertThat(samples.get(samples.size() - 1).rescues()).isPositive();
        assertFlat(samples, MAX_MORE_DESCRIPTORS);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(
            value = Contender.class,
            names = {"SQLITE", "POSTGRESQL"})
    void P10_half_an_hour_of_rescues_holds_no_more_at_its_end(Contender database) {
        Duration length = Duration.ofMinutes(Long.getLong("lifeline.soak.minutes", 30));
        List<SoakSample> samples = soak(database, length, 16);

        LINES.add(Soak.describe(database, length, samples));
        assertFlat(samples, MAX_MORE_DESCRIPTORS);
        assertThat(Soak.growth(samples, sample -> sample.usage().residentMegabytes()))
                .isLessThan(MAX_MEMORY_GROWTH);
    }

    private static void assertFlat(List<SoakSample> samples, int moreDescriptors) {
        SoakSample early = samples.get(samples.size() / 2);
        SoakSample last = samples.get(samples.size() - 1);
        assertThat(last.usage().threads()).isLessThanOrEqualTo(early.usage().threads() + MAX_MORE_THREADS);
        assertThat(last.descriptors()).isLessThanOrEqualTo(early.descriptors() + moreDescriptors);
        assertThat(last.liveRows()).isLessThanOrEqualTo(early.liveRows() + moreDescriptors);
    }

    private List<SoakSample> soak(Contender database, Duration length, int people) {
        BotLaunch launch = BotLaunch.of(Optional.empty()).with(BotLaunch.DOCUMENTED_OPTIONS.toArray(String[]::new));
        try (Environment environment = Environment.start(launch, Optional.of(folder))) {
            assumeTrue(environment.has(database), "PostgreSQL is not installed");
            return new Soak(length, people).run(environment, database, launch);
        }
    }
}
