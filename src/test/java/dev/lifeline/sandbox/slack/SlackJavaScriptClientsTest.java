package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slack's own JavaScript clients, which nobody here wrote, as the judge of the fake Slack: each trial of
 * {@code slack-clients/trials.mjs} ends as documented, and all are listed in target/trials. Needs node and npm, and the npm registry.
 */
@Tag("long")
class SlackJavaScriptClientsTest {

    private static final int MIN_TRIALS = 90;
    private static final long TIMEOUT_MINUTES = 5;
    private static final List<String> PACKAGES =
            List.of("@slack/web-api@7.19.0", "@slack/socket-mode@2.0.7", "@slack/bolt@4.7.3");

    private static final Path REPORT = Path.of("target/trials/slack-javascript-clients.tsv");

    @TempDir
    private Path folder;

    @Test
    void none_of_their_trials_differs_from_what_slack_documents() throws Exception {
        assumeTrue(run(List.of("npm", "--version")) == 0, "Skipped: there is no npm");
        assumeTrue(install() == 0, "Skipped: the npm registry does not answer");
        try (InputStream script = getClass().getResourceAsStream("/slack-clients/trials.mjs")) {
            Files.copy(Objects.requireNonNull(script), folder.resolve("trials.mjs"));
        }
        try (FakeSlack slack = FakeSlack.start(SlackOptions.onPort(0))) {
            assertThat(run(List.of("node", "trials.mjs", slack.url()))).isZero();
        }

        List<String> trials = Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\t"))
                .toList();
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, trials);
        assertThat(trials).hasSizeGreaterThan(MIN_TRIALS).allMatch(trial -> trial.endsWith("\tas documented"));
    }

    private int install() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        List<String> command = new ArrayList<>(List.of("npm", "install", "--silent", "--no-audit", "--no-fund"));
        command.addAll(PACKAGES);
        return run(command);
    }

    /** Runs a command in the folder, with its output in output.txt; a command that is not there fails. */
    private int run(List<String> command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.txt").toFile())
                    .start();
            if (process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) return process.exitValue();
            process.destroyForcibly();
            return -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
