package dev.lifeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bot's process killed in the middle of a burst of commands, and started again. */
@Tag("long")
class KillUnderLoadTest {

    private static final int RATE_PER_SECOND = 300;
    private static final int SECONDS = 8;
    private static final int PEOPLE = 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Contender.class,
            names = {"SQLITE", "POSTGRESQL"})
    void P7_a_kill_under_load_loses_nothing_that_was_acknowledged_and_repeats_only_what_was_under_way(
            Contender database) {
        BotLaunch launch = BotLaunch.of(Optional.empty());
        try (Environment environment = Environment.start(launch, Optional.of(folder));
                ResponseUrlServer responseUrls = ResponseUrlServer.start()) {
            assumeTrue(environment.has(database), "PostgreSQL is not installed");
            KillUnderLoad.Outcome outcome =
                    new KillUnderLoad(environment, responseUrls, launch).run(database, RATE_PER_SECOND, SECONDS);

            assertThat(outcome.acknowledged()).isPositive();
            assertThat(outcome.lost()).isZero();
            assertThat(outcome.answeredTwice()).isLessThanOrEqualTo(PEOPLE);
            assertThat(outcome.answeredTwiceSinceKill()).isZero();
        }
    }
}
