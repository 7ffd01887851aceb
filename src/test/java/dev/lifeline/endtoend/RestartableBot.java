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
    private final String classPath;
    private BotProcess process;

    private RestartableBot(FakePlatforms platforms, String classPath, Map<String, String> settings, Path folder) {
        this.platforms = platforms;
        this.classPath = classPath;
        this.settings = Map.copyOf(settings);
        this.folder = folder;
        this.process = BotProcess.start(classPath, settings, folder, "serve");
    }

    /** Starts the bot; returns at once. */
    static RestartableBot launch(FakePlatforms platforms, Map<String, String> settings, Path folder) {
        return new RestartableBot(platforms, System.getProperty("java.class.path"), settings, folder);
    }

    /**
     * Starts a bot of a made-up next release; returns when it is ready.
     *
     * @param additions folder with what the next release adds to the class path
     */
    static RestartableBot startNextRelease(
            FakePlatforms platforms, Path additions, Map<String, String> settings, Path folder) {
        String classPath = additions + System.getProperty("path.separator") + System.getProperty("java.class.path");
        RestartableBot restartableBot = new RestartableBot(platforms, classPath, settings, folder);
        restartableBot.awaitReady();
        return restartableBot;
    }

    /** Starts the bot; returns when it is ready. */
    static RestartableBot start(FakePlatforms platforms, Map<String, String> settings, Path folder) {
        RestartableBot restartableBot = launch(platforms, settings, folder);
        restartableBot.awaitReady();
        return restartableBot;
    }

    /** Starts a bot that has ended; returns when it is ready. */
    void startAgain() {
        process = BotProcess.start(classPath, settings, folder, "serve");
        awaitReady();
    }

    /** Kills the bot, starts it again and waits until it is ready. */
    void killAndRestart() {
        process.kill();
        startAgain();
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
