package dev.lifeline.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** {@code serve} as a process that can be killed and started again. */
final class Serving implements AutoCloseable {

    private static final Pattern HEALTH = Pattern.compile("Health: (http\\S+/)ready");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Town town;
    private final Map<String, String> settings;
    private final Path folder;
    private Program program;

    private Serving(Town town, Map<String, String> settings, Path folder) {
        this.town = town;
        this.settings = Map.copyOf(settings);
        this.folder = folder;
        this.program = Program.starts(settings, folder, "serve");
    }

    /** Returns when people can talk to it. */
    static Serving begins(Town town, Map<String, String> settings, Path folder) {
        Serving serving = new Serving(town, settings, folder);
        serving.awaitReady();
        return serving;
    }

    /** Dies without a word, comes back, and can be talked to again. */
    void killedAndBack() {
        program.kill();
        program = Program.starts(settings, folder, "serve");
        awaitReady();
    }

    void awaitReady() {
        Awaitility.await("ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(this::ready);
    }

    private boolean ready() {
        if (!program.runs()) throw new AssertionError("it ended: " + program.out() + program.err());
        Matcher health = HEALTH.matcher(program.out());
        return health.find() && town.knock(health.group(1) + "ready").status() == 200;
    }

    /** Where its HTTP door is, without a path. */
    String url() {
        Matcher health = HEALTH.matcher(program.out());
        if (!health.find()) throw new AssertionError("no address in: " + program.out());
        return health.group(1).replace("/health/", "");
    }

    Program program() {
        return program;
    }

    @Override
    public void close() {
        program.close();
    }
}
