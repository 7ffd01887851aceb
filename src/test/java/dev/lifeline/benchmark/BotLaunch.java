package dev.lifeline.benchmark;

import dev.lifeline.Lifeline;
import dev.lifeline.cli.SandboxSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the bot's program is started: from the jar, or from the class path of this process.
 *
 * @param java the {@code java} program
 * @param jvmOptions come before the program
 */
record BotLaunch(Path java, List<String> jvmOptions, Optional<Path> jar) {

    /** The JVM's options of the README and of the Dockerfile. */
    static final List<String> DOCUMENTED_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms24m",
            "-Xmn16m",
            "-Xmx256m",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=48m");

    /** Name of the environment variable of glibc that goes with them, and its value. */
    static final Map<String, String> DOCUMENTED_ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final String LOOPBACK = "127.0.0.1";

    static BotLaunch of(Optional<Path> jar) {
        return new BotLaunch(Path.of(System.getProperty("java.home"), "bin", "java"), List.of(), jar);
    }

    BotLaunch with(String... moreJvmOptions) {
        List<String> options = new ArrayList<>(jvmOptions);
        options.addAll(List.of(moreJvmOptions));
        return new BotLaunch(java, options, jar);
    }

    /** The same program in a JVM without options, as what stands around the measured bot is started. */
    BotLaunch plain() {
        return new BotLaunch(java, List.of(), jar);
    }

    BotLaunch withJava(Path other) {
        return new BotLaunch(other, jvmOptions, jar);
    }

    /** The command line of one command of the program. */
    List<String> commandLine(String... command) {
        List<String> line = new ArrayList<>(List.of(java.toString()));
        line.addAll(jvmOptions);
        line.addAll(jar.map(path -> List.of("-jar", path.toString()))
                .orElseGet(() -> List.of("-cp", System.getProperty("java.class.path"), Lifeline.class.getName())));
        line.addAll(List.of(command));
        return line;
    }

    /**
     * The settings of a bot in HTTP mode.
     *
     * @param slackApi base of the Web API
     * @param provider base of the provider's REST API
     */
    static Map<String, String> settings(URI slackApi, URI provider, String databaseUrl, int port) {
        Map<String, String> settings = new HashMap<>(DOCUMENTED_ENVIRONMENT);
        settings.putAll(Map.of(
                "SLACK_BOT_TOKEN",
                SandboxSettings.BOT_TOKEN,
                "SLACK_SIGNING_SECRET",
                SandboxSettings.SIGNING_SECRET,
                "SLACK_API_URL",
                slackApi.toString(),
                "SL_USERNAME",
                "lifeline",
                "SL_API_KEY",
                "sandbox-lifeline-api-key",
                "SL_ENDPOINT_URL",
                provider.toString(),
                "LIFELINE_DATABASE_URL",
                databaseUrl,
                "LIFELINE_HTTP_HOST",
                LOOPBACK,
                "LIFELINE_HTTP_PORT",
                Integer.toString(port)));
        return settings;
    }
}
