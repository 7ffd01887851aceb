package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.app.LifelineBot;
import dev.lifeline.app.Wiring;
import dev.lifeline.cli.SandboxSettings;
import dev.lifeline.config.Settings;
import dev.lifeline.device.Ports;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.workflow.PollIntervals;
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
public final class BotEnvironment implements AutoCloseable {

    private static final PollIntervals FAST_POLL_INTERVALS = new PollIntervals(
            Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final Ports UNUSED_PORTS = new Ports(1, 1);
    static final Duration AWAIT_TIMEOUT = Duration.ofSeconds(60);

    static final String BOT_TOKEN = SandboxSettings.BOT_TOKEN;

    /** Provider minutes pass in seconds. */
    private static final double PROVIDER_SPEED = 60;

    /** Enough for two of them to share a host name. */
    private static final int EXTRA_DEVICES = 4;

    private final JsonHttpClient http = new JsonHttpClient();
    private final FakeSlack slack;
    private final FakeSoftLayer classic;
    private final Path dataFolder;
    private final boolean withRestarts;
    private final boolean withoutDeviceAccess;
    private final Optional<Path> policy;
    private final Settings.ServiceScope servedChannels;
    private final DeliveryMode deliveryMode = DeliveryMode.current();
    /** How far the bot's clock is ahead. */
    private final AtomicReference<Duration> clockOffset = new AtomicReference<>(Duration.ZERO);

    private LifelineBot bot;

    private BotEnvironment(boolean withRestarts, boolean withoutDeviceAccess) {
        this(withRestarts, withoutDeviceAccess, Optional.empty(), Settings.ServiceScope.UNRESTRICTED);
    }

    private BotEnvironment(
            boolean withRestarts,
            boolean withoutDeviceAccess,
            Optional<String> policy,
            Settings.ServiceScope servedChannels) {
        try {
            this.slack = FakeSlack.start(SlackOptions.onPort(0));
            this.classic = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0)
                    .withSpeed(PROVIDER_SPEED)
                    .withGeneratedDevices(EXTRA_DEVICES));
            this.dataFolder = Files.createTempDirectory("lifeline-world");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.withRestarts = withRestarts;
        this.withoutDeviceAccess = withoutDeviceAccess;
        this.policy = policy.map(this::writePolicy);
        this.servedChannels = servedChannels;
        this.bot = startBot();
    }

    private Path writePolicy(String text) {
        try {
            return Files.writeString(dataFolder.resolve("policy.yaml"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The operator edits the policy. */
    public void updatePolicy(String text) {
        Path file = writePolicy(text);
        // two editions within one tick of the file system's clock would look like one
        file.toFile().setLastModified(System.currentTimeMillis() + 2_000);
    }

    /** The same, under a policy. */
    public static BotEnvironment withPolicy(String policy) {
        return new BotEnvironment(false, false, Optional.of(policy), Settings.ServiceScope.UNRESTRICTED);
    }

    /** Provider minutes pass in seconds. */
    public static BotEnvironment accelerated() {
        return new BotEnvironment(false, false);
    }

    /** The same, and the bot is restarted between any two lines of the conversation. */
    public static BotEnvironment withRestarts() {
        return new BotEnvironment(true, false);
    }

    /** The bot cannot reach the devices themselves: it knocks where nobody listens. */
    public static BotEnvironment withoutDeviceAccess() {
        return new BotEnvironment(false, true);
    }

    /** Serving these channels, by id. */
    public static BotEnvironment servingChannels(String... channels) {
        return new BotEnvironment(
                false,
                false,
                Optional.empty(),
                new Settings.ServiceScope(Optional.empty(), Set.of(channels), Set.of()));
    }

    public SimulatedUser user(String name) {
        return new SimulatedUser(this, name, "incident-42");
    }

    /** Somebody who makes up what Slack says of a person; only in HTTP mode. */
    public ForgedPayloads forgedPayloads(String name) {
        return new ForgedPayloads(URI.create("http://127.0.0.1:" + bot.httpPort() + "/slack/events"), name);
    }

    /** The bot goes and comes back on the same database. */
    public BotEnvironment restartBot() {
        bot.close();
        bot = startBot();
        return this;
    }

    private LifelineBot startBot() {
        try {
            LifelineBot fresh = Wiring.bot(
                    settings(),
                    FAST_POLL_INTERVALS.scaledForSandbox(PROVIDER_SPEED),
                    RescueTimeouts.DEFAULT.scaledForSandbox(PROVIDER_SPEED),
                    clock());
            fresh.start();
            if (deliveryMode == DeliveryMode.HTTP)
                slack.setRequestUrl(URI.create("http://127.0.0.1:" + fresh.httpPort() + "/slack/events"));
            Awaitility.await().atMost(AWAIT_TIMEOUT).until(fresh::ready);
            return fresh;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private InstantSource clock() {
        return () -> Instant.now().plus(clockOffset.get());
    }

    /** So much time passes for the bot at once. */
    public void advanceClock(Duration time) {
        clockOffset.updateAndGet(time::plus);
    }

    /** Somebody shows on the bot's page that they are the cloud user of the same name. */
    public BotEnvironment linkAccount(String name) {
        LinkPageClient.openLinkOf(user(name)).submitKeyOf(name).confirm();
        return this;
    }

    /** Somebody edits their profile in Slack. */
    public void editProfile(String name, Map<String, Object> profile) {
        act(Map.of("person", name, "becomes", profile));
    }

    private Settings settings() {
        return new Settings(
                SandboxSettings.slack(
                        slack,
                        deliveryMode.secretFor(DeliveryMode.SOCKET, SandboxSettings.APP_TOKEN),
                        deliveryMode.secretFor(DeliveryMode.HTTP, SandboxSettings.SIGNING_SECRET)),
                SandboxSettings.softLayer(classic),
                SandboxSettings.server(
                        dataFolder,
                        withoutDeviceAccess ? UNUSED_PORTS : SandboxSettings.devicePorts(classic),
                        policy),
                servedChannels);
    }

    /** How often the provider was asked to do this, such as {@code executeRescueLayer}. */
    public long providerCalls(String method) {
        return StreamSupport.stream(http.get(classic.url() + "/sandbox/calls").spliterator(), false)
                .filter(call -> call.path("method").asText().endsWith("::" + method))
                .count();
    }

    /** How many orders to boot, reboot or load an image reached the provider. */
    public long providerCommandCount() {
        return Stream.of(
                        "executeRescueLayer",
                        "bootToRescueLayer",
                        "mountIsoImage",
                        "unmountIsoImage",
                        "rebootDefault",
                        "rebootSoft",
                        "rebootHard")
                .mapToLong(this::providerCalls)
                .sum();
    }

    /** A host name that two devices share. */
    public String duplicateHostname() {
        Set<String> seen = new HashSet<>();
        return devices()
                .map(row -> row.path("name").asText())
                .filter(name -> !seen.add(name))
                .findFirst()
                .orElseThrow();
    }

    /** Something happens to a person's cloud user. */
    public void triggerUserIncident(String person, String what) {
        http.post(classic.url() + "/sandbox/happens", Map.of("person", person, "what", what));
    }

    /** Waits until no transaction of the provider holds the device. */
    public void awaitNoTransaction(String device) {
        Awaitility.await(device + " settles")
                .atMost(AWAIT_TIMEOUT)
                .until(() -> devices()
                        .filter(row -> row.path("name").asText().equals(device))
                        .allMatch(row -> row.path("transaction").isNull()));
    }

    private Stream<JsonNode> devices() {
        return StreamSupport.stream(http.get(classic.url() + "/sandbox/devices").spliterator(), false);
    }

    /** The bot's database. */
    public Path database() {
        return dataFolder.resolve("lifeline.db");
    }

    /** The bot's record, an entry a line. */
    public List<String> auditEntries() {
        Jdbi database = Jdbi.create("jdbc:sqlite:" + database());
        return database.withHandle(handle -> handle.createQuery("select entry from audit_log order by sequence")
                .mapTo(String.class)
                .list());
    }

    /** Slack misbehaves from now on. */
    public void slack(Map<String, Object> fault) {
        http.post(slack.url() + "/sandbox/faults", fault);
    }

    /** Slack behaves again, its channels are open and the bot is installed. */
    public void clearSlackFaults() {
        http.send(HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    /** Whether the bot says of itself that it is ready. */
    public boolean isReady() {
        return bot.ready();
    }

    /** Something happens to a device that the bot has no part in. */
    public void triggerDeviceIncident(String device, String what) {
        http.post(classic.url() + "/sandbox/happens", Map.of("device", device, "what", what));
    }

    /** Somebody on the account gives a device another host name. */
    public void renameDevice(String device, String to) {
        http.post(classic.url() + "/sandbox/happens", Map.of("device", device, "what", "is renamed", "to", to));
    }

    /** The provider misbehaves from now on. */
    public void injectProviderFault(Map<String, Object> fault) {
        http.post(classic.url() + "/sandbox/faults", fault);
    }

    /** The provider behaves again. */
    public void clearProviderFaults() {
        http.send(HttpRequest.newBuilder(URI.create(classic.url() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    /** The pretend Slack's page. */
    public String slackUrl() {
        return slack.url();
    }

    /** Everything that the bot wrote to disk. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(dataFolder)) {
            return files.toList();
        }
    }

    /** The password on record for a device, as its owner reads it at the provider. */
    public String providerPassword(String device) {
        return new ProviderPasswordReader(http, classic.url()).readPassword(device);
    }

    boolean restartsBetweenActions() {
        return withRestarts;
    }

    /** Somebody does something in the pretend Slack. */
    JsonNode act(Map<String, Object> deed) {
        return http.post(slack.url() + "/sandbox/act", deed);
    }

    /** What somebody sees in a channel of the pretend Slack. */
    JsonNode visibleTo(String person, String channel) {
        return http.get(slack.url() + "/sandbox/sees?person=" + person + "&channel=" + channel);
    }

    @Override
    public void close() {
        bot.close();
        classic.close();
        slack.close();
        IO.delete(dataFolder);
    }
}
