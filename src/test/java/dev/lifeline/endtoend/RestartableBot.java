package dev.lifeline.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** {@code serve} as a process that can be killed and started again. */
final class RestartableBot implements AutoCloseable {

    private static final Pattern HEALTH_URL_PATTERN = Pattern.compile("Health: (http\\S+/)ready");

    private final FakePlatforms platforms;
    private final Map<String, String> settings;
    private final Path folder;
    private BotProcess process;

    private RestartableBot(FakePlatforms platforms, Map<String, String> settings, Path folder) {
        this.platforms = platforms;
        this.settings = Map.copyOf(settings);
        this.folder = folder;
        this.process = BotProcess.start(settings, folder, "serve");
    }

    /** Starts the bot; returns when it is ready. */
    static RestartableBot start(FakePlatforms platforms, Map<String, String> settings, Path folder) {
        RestartableBot restartableBot = new RestartableBot(platforms, settings, folder);
        restartableBot.awaitReady();
        return restartableBot;
    }

    /** Kills the bot, starts it again and waits until it is ready. */
    void killAndRestart() {
        process.kill();
        process = BotProcess.start(settings, folder, "serve");
        awaitReady();
    }

    void awaitReady() {
        Awaitility.await("ready").pollInterval(Duration.ofMillis(50)).until(this::isReady);
    }

    private boolean isReady() {
        if (!process.isRunning())
            throw new AssertionError("it ended: " + process.standardOutput() + process.standardError());
        Matcher health = HEALTH_URL_PATTERN.matcher(process.standardOutput());
        return health.find() && platforms.tryGet(health.group(1) + "ready").status() == 200;
    }

    /** Base URL of its HTTP server, without a path. */
    String httpUrl() {
        Matcher health = HEALTH_URL_PATTERN.matcher(process.standardOutput());
        if (!health.find()) throw new AssertionError("no address in: " + process.standardOutput());
        return health.group(1).replace("/health/", "");
    }

    BotProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
