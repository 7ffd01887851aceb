package dev.lifeline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.cli.SandboxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the measured servers: a folder, the fake Slack, the fake provider, a PostgreSQL server and the peer, each
 * a process of its own on loopback. {@link #close} stops them all, also when the benchmark is interrupted.
 */
final class Environment implements AutoCloseable {

    static final String PEER_PACKAGE = "@slack/bolt@5.1.0";

    private static final Path PEER_SCRIPT = Path.of("peer.js");

    private final Path folder;
    private final BotLaunch launch;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Thread shutdownHook = new Thread(this::stopAll, "benchmark-shutdown");
    private final Fake slack;
    private final URI providerUrl;
    private final boolean temporary;
    private @Nullable Optional<PostgresServer> postgres;
    private @Nullable Boolean peerInstalled;

    private Environment(BotLaunch launch, Path folder, boolean temporary) {
        this.launch = launch.plain();
        this.folder = folder;
        this.temporary = temporary;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        this.slack = startFake("slack");
        this.providerUrl =
                startFake("classic", "--ssh-port", "0", "--rdp-port", "0").url();
    }

    /**
     * Starts the fakes; a database server and the peer follow when they are first asked for.
     *
     * @param launch how the program is started; its JVM options are for the measured bot alone
     * @param kept the folder that is left as it is afterwards; else it is a temporary one
     */
    static Environment start(BotLaunch launch, Optional<Path> kept) {
        try {
            Path folder = kept.isPresent()
                    ? Files.createDirectories(kept.get().toAbsolutePath())
                    : Files.createTempDirectory("lifeline-benchmark");
            return new Environment(launch, folder, kept.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A fake in a process of its own.
     *
     * @param url base of its API and of its control endpoints
     */
    record Fake(ChildProcess process, URI url) implements AutoCloseable {

        SandboxClient client() {
            return new SandboxClient(url);
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** Starts {@code slack} or {@code classic}; returns once it answers. */
    Fake startFake(String kind, String... options) {
        int port = FreePort.find();
        URI url = URI.create("http://127.0.0.1:" + port);
        List<String> line = new ArrayList<>(launch.commandLine("sandbox", kind, "--port", Integer.toString(port)));
        line.addAll(List.of(options));
        ChildProcess process = keep(ChildProcess.start("sandbox-" + kind, folder, Map.of(), line));
        process.awaitReady(() -> process.output().contains(url.toString()));
        return new Fake(process, url);
    }

    private Optional<PostgresServer> postgres() {
        Optional<PostgresServer> known = postgres;
        if (known != null) return known;
        Optional<PostgresServer> started = PostgresServer.start(folder);
        started.ifPresent(this::keepPart);
        postgres = started;
        return started;
    }

    private boolean hasPeer() {
        Boolean known = peerInstalled;
        boolean installed = known != null ? known : installPeer();
        peerInstalled = installed;
        return installed;
    }

    private boolean installPeer() {
        try (InputStream script = Environment.class.getResourceAsStream(PEER_SCRIPT.toString())) {
            if (script == null) throw new IllegalStateException(PEER_SCRIPT + " is not on the class path");
            Files.copy(script, folder.resolve(PEER_SCRIPT), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ChildProcess.run(
                "npm",
                folder,
                Map.of(),
                List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", PEER_PACKAGE));
    }

    /** Whether a contender can be measured on this machine. */
    boolean has(Contender contender) {
        return switch (contender) {
            case PEER -> hasPeer();
            case SQLITE -> true;
            case POSTGRESQL -> postgres().isPresent();
        };
    }

    /** Starts a contender with a fresh database; it may not be ready yet. */
    Target launch(Contender contender, BotLaunch botLaunch) {
        return switch (contender) {
            case PEER -> launchPeer();
            case SQLITE, POSTGRESQL -> launchBot(newDatabase(contender), FreePort.find(), botLaunch);
        };
    }

    private Target launchPeer() {
        int port = FreePort.find();
        Map<String, String> settings = Map.of(
                "SLACK_BOT_TOKEN",
                SandboxSettings.BOT_TOKEN,
                "SLACK_SIGNING_SECRET",
                SandboxSettings.SIGNING_SECRET,
                "SLACK_API_URL",
                slackApi().toString(),
                "PORT",
                Integer.toString(port));
        ChildProcess process =
                keep(ChildProcess.start("peer", folder, settings, List.of("node", PEER_SCRIPT.toString())));
        URI base = URI.create("http://127.0.0.1:" + port);
        return new Target(process, base.resolve("/slack/events"), base.resolve("/health/ready"), () -> 0);
    }

    /** A new and empty database of a contender. */
    BotDatabase newDatabase(Contender contender) {
        try {
            if (contender == Contender.SQLITE)
                return BotDatabase.sqlite(
                        Files.createTempDirectory(folder, "sqlite").resolve("lifeline.db"));
            return BotDatabase.postgres(postgres().orElseThrow().createDatabase());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the bot on a database that it may have used before, at this port. */
    Target launchBot(BotDatabase database, int port, BotLaunch botLaunch) {
        return launchBot(
                database, BotLaunch.settings(slackApi(), providerApi(), database.jdbcUrl(), port), port, botLaunch);
    }

    Target launchBot(BotDatabase database, Map<String, String> settings, int port, BotLaunch botLaunch) {
        ChildProcess process = keep(ChildProcess.start("bot", folder, settings, botLaunch.commandLine("serve")));
        URI base = URI.create("http://127.0.0.1:" + port);
        return new Target(process, base.resolve("/slack/events"), base.resolve("/health/ready"), database.commits());
    }

    private ChildProcess keep(ChildProcess process) {
        keepPart(process);
        return process;
    }

    private synchronized void keepPart(AutoCloseable part) {
        running.push(part);
    }

    Path folder() {
        return folder;
    }

    /** The fake Slack that all contenders share. */
    Fake slack() {
        return slack;
    }

    URI slackApi() {
        return slack.url().resolve("/api/");
    }

    URI providerApi() {
        return providerUrl.resolve("/rest/v3.1/");
    }

    /** The Slack ids of the seven people of the fake's default data. */
    List<String> userIds() {
        return slack.client().get("/sandbox/world").path("people").findValues("id").stream()
                .map(JsonNode::asText)
                .limit(7)
                .toList();
    }

    String postgresVersion() {
        return postgres().map(PostgresServer::version).orElse("not installed");
    }

    /** Stops every process in the reverse order of their start, and deletes a temporary folder. */
    @Override
    public void close() {
        stopAll();
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }

    private synchronized void stopAll() {
        while (!running.isEmpty()) stop(running.pop());
        if (temporary) IO.delete(folder);
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("not stopped: " + e);
        }
    }
}
