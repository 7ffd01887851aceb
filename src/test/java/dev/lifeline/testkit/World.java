package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.Bot;
import dev.lifeline.config.Settings;
import dev.lifeline.rescue.Patience;
import dev.lifeline.sandbox.classic.ClassicOptions;
import dev.lifeline.sandbox.classic.PretendClassic;
import dev.lifeline.sandbox.slack.PretendSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.workflow.Cadence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.eclipse.jetty.util.IO;
import org.jdbi.v3.core.Jdbi;

/** Both stand-ins and the real bot between them, over real HTTP and WebSocket; spoken to as people would. */
public final class World implements AutoCloseable {

    private static final Cadence LIVELY = new Cadence(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20));
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String BOT_TOKEN = "xoxb-sandbox-lifeline-bot-token";

    /** Provider minutes pass in seconds. */
    private static final double SPEED = 60;

    /** Enough for two of them to share a host name. */
    private static final int MORE_DEVICES = 4;

    private final Wire wire = new Wire();
    private final PretendSlack slack;
    private final PretendClassic classic;
    private final Path data;
    private final boolean restless;
    private final boolean blind;
    private final Optional<Path> policy;
    private final Settings.Served served;
    private final Mode mode = Mode.now();
    /** How far the bot's clock is ahead. */
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private Bot bot;

    private World(boolean restless, boolean blind) {
        this(restless, blind, Optional.empty(), Settings.Served.EVERYWHERE);
    }

    private World(boolean restless, boolean blind, Optional<String> policy, Settings.Served served) {
        try {
            this.slack = PretendSlack.start(SlackOptions.onPort(0));
            this.classic = PretendClassic.start(
                    ClassicOptions.onPort(0).withSpeed(SPEED).withDevices(MORE_DEVICES));
            this.data = Files.createTempDirectory("lifeline-world");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.restless = restless;
        this.blind = blind;
        this.policy = policy.map(this::policyFile);
        this.served = served;
        this.bot = started();
    }

    private Path policyFile(String text) {
        try {
            return Files.writeString(data.resolve("policy.yaml"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The operator edits the policy. */
    public void policyBecomes(String text) {
        Path file = policyFile(text);
        // two editions within one tick of the file system's clock would look like one
        file.toFile().setLastModified(System.currentTimeMillis() + 2_000);
    }

    /** The same, under a policy. */
    public static World under(String policy) {
        return new World(false, false, Optional.of(policy), Settings.Served.EVERYWHERE);
    }

    /** Provider minutes pass in seconds. */
    public static World inSeconds() {
        return new World(false, false);
    }

    /** The same, and the bot is restarted between any two lines of the conversation. */
    public static World restless() {
        return new World(true, false);
    }

    /** The bot cannot reach the devices themselves: it knocks where nobody listens. */
    public static World blind() {
        return new World(false, true);
    }

    /** Serving these channels, by id. */
    public static World servingOnly(String... channels) {
        return new World(
                false, false, Optional.empty(), new Settings.Served(Optional.empty(), Set.of(channels), Set.of()));
    }

    public Speaker person(String name) {
        return new Speaker(this, name, "incident-42");
    }

    /** Somebody who makes up what Slack says of a person; only in HTTP mode. */
    public Forger forging(String name) {
        return new Forger(URI.create("http://127.0.0.1:" + bot.httpPort() + "/slack/events"), name);
    }

    /** The bot goes and comes back on the same database. */
    public World restarts() {
        bot.close();
        bot = started();
        return this;
    }

    private Bot started() {
        try {
            Bot fresh = new Bot(settings(), LIVELY, Patience.USUAL.inAWorldThatRuns(SPEED), clock());
            if (mode == Mode.HTTP)
                slack.deliverTo(URI.create("http://127.0.0.1:" + fresh.httpPort() + "/slack/events"));
            Awaitility.await().atMost(PATIENCE).until(fresh::ready);
            return fresh;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private InstantSource clock() {
        return () -> Instant.now().plus(ahead.get());
    }

    /** So much time passes for the bot at once. */
    public void passes(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    /** Somebody shows on the bot's page that they are the cloud user of the same name. */
    public World linked(String name) {
        LinkVisitor.of(person(name)).provesToBe(name).confirms();
        return this;
    }

    /** Somebody edits their profile in Slack. */
    public void becomes(String name, Map<String, Object> profile) {
        acted(Map.of("person", name, "becomes", profile));
    }

    private Settings settings() {
        return new Settings(
                new Settings.Slack(
                        BOT_TOKEN,
                        mode.only(Mode.SOCKET, "xapp-sandbox-lifeline-app-token"),
                        mode.only(Mode.HTTP, "sandbox-lifeline-signing-secret"),
                        URI.create(slack.url() + "/api/")),
                new Settings.Account(
                        URI.create(classic.url() + "/rest/v3.1/"),
                        "lifeline",
                        "sandbox-lifeline-api-key",
                        Optional.empty()),
                new Settings.Local(
                        "jdbc:sqlite:" + data.resolve("lifeline.db"),
                        "127.0.0.1",
                        0,
                        blind ? 1 : classic.sshPort(),
                        blind ? 1 : classic.rdpPort(),
                        Locale.ENGLISH,
                        policy),
                served);
    }

    /** How often the provider was asked to do this, such as {@code executeRescueLayer}. */
    public long calls(String method) {
        return StreamSupport.stream(wire.get(classic.url() + "/sandbox/calls").spliterator(), false)
                .filter(call -> call.path("method").asText().endsWith("::" + method))
                .count();
    }

    /** How many orders to boot, reboot or load an image reached the provider. */
    public long orders() {
        return Stream.of(
                        "executeRescueLayer",
                        "bootToRescueLayer",
                        "mountIsoImage",
                        "unmountIsoImage",
                        "rebootDefault",
                        "rebootSoft",
                        "rebootHard")
                .mapToLong(this::calls)
                .sum();
    }

    /** A host name that two devices share. */
    public String twin() {
        Set<String> seen = new HashSet<>();
        return devices()
                .map(row -> row.path("name").asText())
                .filter(name -> !seen.add(name))
                .findFirst()
                .orElseThrow();
    }

    /** Something happens to a person's cloud user. */
    public void happensTo(String person, String what) {
        wire.post(classic.url() + "/sandbox/happens", Map.of("person", person, "what", what));
    }

    /** Waits until no transaction of the provider holds the device. */
    public void settles(String device) {
        Awaitility.await(device + " settles")
                .atMost(PATIENCE)
                .until(() -> devices()
                        .filter(row -> row.path("name").asText().equals(device))
                        .allMatch(row -> row.path("transaction").isNull()));
    }

    private Stream<JsonNode> devices() {
        return StreamSupport.stream(wire.get(classic.url() + "/sandbox/devices").spliterator(), false);
    }

    /** The bot's database. */
    public Path database() {
        return data.resolve("lifeline.db");
    }

    /** The bot's record, an entry a line. */
    public List<String> record() {
        Jdbi database = Jdbi.create("jdbc:sqlite:" + database());
        return database.withHandle(handle -> handle.createQuery("select text from audit_log order by number")
                .mapTo(String.class)
                .list());
    }

    /** Slack misbehaves from now on. */
    public void slack(Map<String, Object> fault) {
        wire.post(slack.url() + "/sandbox/faults", fault);
    }

    /** Slack behaves again, its channels are open and the bot is installed. */
    public void slackRecovers() {
        wire.send(HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    /** Whether the bot says of itself that it is ready. */
    public boolean ready() {
        return bot.ready();
    }

    /** Something happens to a device that the bot has no part in. */
    public void happens(String device, String what) {
        wire.post(classic.url() + "/sandbox/happens", Map.of("device", device, "what", what));
    }

    /** Somebody on the account gives a device another host name. */
    public void renames(String device, String to) {
        wire.post(classic.url() + "/sandbox/happens", Map.of("device", device, "what", "is renamed", "to", to));
    }

    /** The provider misbehaves from now on. */
    public void provider(Map<String, Object> fault) {
        wire.post(classic.url() + "/sandbox/faults", fault);
    }

    /** The provider behaves again. */
    public void providerRecovers() {
        wire.send(HttpRequest.newBuilder(URI.create(classic.url() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    /** The pretend Slack's page. */
    public String page() {
        return slack.url();
    }

    /** Everything that the bot wrote to disk. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.toList();
        }
    }

    /** The password on record for a device, as its owner reads it at the provider. */
    public String password(String device) {
        return new ReadAtTheProvider(wire, classic.url()).password(device);
    }

    boolean isRestless() {
        return restless;
    }

    /** Somebody does something in the pretend Slack. */
    JsonNode acted(Map<String, Object> deed) {
        return wire.post(slack.url() + "/sandbox/act", deed);
    }

    /** What somebody sees in a channel of the pretend Slack. */
    JsonNode seen(String person, String channel) {
        return wire.get(slack.url() + "/sandbox/sees?person=" + person + "&channel=" + channel);
    }

    @Override
    public void close() {
        bot.close();
        classic.close();
        slack.close();
        IO.delete(data);
    }
}
