package dev.lifeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.cli.SandboxSettings;
import dev.lifeline.config.Settings;
import dev.lifeline.device.Ports;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.workflow.PollIntervals;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    @TempDir
    private Path dataDirectory;

    @Test
    void a_bot_that_is_built_and_not_started_opens_nothing_and_calls_nobody() throws IOException {
        try (MockWebServer platforms = new MockWebServer()) {
            platforms.start();
            try (LifelineBot bot = Wiring.bot(
                    settings(platforms.url("/").uri()),
                    PollIntervals.DEFAULT,
                    RescueTimeouts.DEFAULT,
                    InstantSource.system())) {
                assertThat(bot.httpPort()).isNotPositive();
            }
            assertThat(platforms.getRequestCount()).isZero();
        }
        assertThat(dataDirectory).isEmptyDirectory();
    }

    private Settings settings(URI platforms) {
        return new Settings(
                new Settings.Slack(
                        SandboxSettings.BOT_TOKEN,
                        Optional.of(SandboxSettings.APP_TOKEN),
                        Optional.of(SandboxSettings.SIGNING_SECRET),
                        platforms),
                new Settings.SoftLayer(platforms, "lifeline", "key", Optional.empty()),
                SandboxSettings.server(
                        dataDirectory, Ports.DEFAULT, Optional.of(dataDirectory.resolve("policy.yaml"))));
    }
}
