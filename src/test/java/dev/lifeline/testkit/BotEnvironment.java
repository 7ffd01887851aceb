package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.app.LifelineBot;
import dev.lifeline.app.Wiring;
import dev.lifeline.cli.SandboxSettings;
import dev.lifeline.config.Settings;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.transport.HttpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
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

/**
 * The fake Slack, the fake SoftLayer and the real bot between them, over HTTP; driven by {@link SimulatedUser}s who read English.
 */
public final class BotEnvironment implements SlackSide, AutoCloseable {

    static final String BOT_TOKEN = SandboxSettings.BOT_TOKEN;

    private final JsonHttpClient http = new JsonHttpClient();
    private final FakeSlack slack;
    private final FakeSoftLayer classic;
    private final Path dataFolder;
    private final EnvironmentOptions options;
    private final Optional<Path> policy;
    private final DeliveryMode deliveryMode = DeliveryMode.current();
    /** How far the bot's clock is ahead. */
    private final AtomicReference<Duration> clockOffset = new AtomicReference<>(Duration.ZERO);

    private LifelineBot bot;

    BotEnvironment(EnvironmentOptions options) {
        try {
            this.slack = FakeSlack.start(options.slackOptions().withClock(clock()));
            this.classic = FakeSoftLayer.start(options.softLayerOptions());
            this.dataFolder = Files.createTempDirectory("lifeline-environment");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.options = options;
        this.policy = options.policy().map(this::writePolicy);
        List.of("bruno", "chiara", "farid").forEach(name -> editProfile(name, Map.of("locale", "en-GB")));
        this.bot = startBot();
    }

    private Path writePolicy(String text) {
        try {
            return Files.writeString(dataFolder.resolve("policy.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the policy file. */
    public void updatePolicy(String text) {
        Path file = writePolicy(text);
        // two versions within one tick of the file system's clock would not be told apart
        file.toFile().setLastModified(System.currentTimeMillis() + 2_000);
    }

    /** An environment with this policy, which serves only the channels with these ids where there are any. */
    public static BotEnvironment withPolicy(String policy, String... channels) {
        return new BotEnvironment(EnvironmentOptions.DEFAULT.policy(policy).serving(scope(channels)));
    }

    /** An environment in which provider minutes pass in seconds. */
    public static BotEnvironment accelerated() {
        return new BotEnvironment(EnvironmentOptions.DEFAULT);
    }

    /** An environment whose channels read a language. */
    public static BotEnvironment speaking(Locale locale) {
        return new BotEnvironment(EnvironmentOptions.DEFAULT.speaking(locale));
    }

    /** An environment in which what a busy provider postpones stays postponed. */
    public static BotEnvironment withoutRetries() {
        return new BotEnvironment(EnvironmentOptions.DEFAULT.retryInterval(Duration.ofMinutes(10)));
    }

    /** An environment in which the bot is restarted before each action. */
    public static BotEnvironment withRestarts() {
        return new BotEnvironment(EnvironmentOptions.DEFAULT.restarted());
    }

    /** An environment in which the bot probes ports where nothing listens. */
    public static BotEnvironment withoutDeviceAccess() {
        return new BotEnvironment(EnvironmentOptions.DEFAULT.unreachableDevices());
    }

    /** An environment that serves only the channels with these ids. */
    public static BotEnvironment servingChannels(String... channels) {
        return new BotEnvironment(EnvironmentOptions.DEFAULT.serving(scope(channels)));
    }

    /** An environment in which Slack and the provider are reached through this proxy, and the provider's name is known to it alone. */
    public static BotEnvironment behind(HttpProxy proxy) {
        return new BotEnvironment(EnvironmentOptions.DEFAULT.behind(proxy));
    }

    private static Settings.ServiceScope scope(String... channels) {
        return new Settings.ServiceScope(Optional.empty(), Set.of(channels), Set.of());
    }

    public SimulatedUser user(String name) {
        return new SimulatedUser(this, name, "incident-42");
    }

    /** Forged payloads of a user; only in HTTP mode. */
    public ForgedPayloads forgedPayloads(String name) {
        return new ForgedPayloads(URI.create("http://127.0.0.1:" + bot.httpPort() + "/slack/events"), name);
    }

    /** Restarts the bot on the same database. */
    public BotEnvironment restartBot() {
        bot.close();
        bot = startBot();
        return this;
    }

    /** Stops the bot for good. */
    public void stopBot() {
        bot.close();
    }

    private LifelineBot startBot() {
        try {
            LifelineBot fresh = Wiring.bot(
                    settings(),
                    options.pollIntervals(),
                    options.timeouts(),
                    clock(),
                    () -> System.nanoTime() + clockOffset.get().toNanos());
            fresh.start();
            if (deliveryMode == DeliveryMode.HTTP)
                slack.setRequestUrl(URI.create("http://127.0.0.1:" + fresh.httpPort() + "/slack/events"));
            Awaitility.await().until(fresh::ready);
            return fresh;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private InstantSource clock() {
        return () -> Instant.now().plus(clockOffset.get());
    }

    /** Moves the clocks of Slack, of the bot and of its database forward. */
    public void advanceClock(Duration time) {
        clockOffset.updateAndGet(time::plus);
        new PassingTime(database()).pass(time);
    }

    /** Links a Slack user to the cloud user of the same name, by API key on the link page. */
    public BotEnvironment linkAccount(String name) {
        LinkPageClient.openLinkOf(user(name)).submitKeyOf(name).confirm();
        return this;
    }

    /** Edits a Slack user's profile. */
    public void editProfile(String name, Map<String, Object> profile) {
        act(Map.of("person", name, "becomes", profile));
    }

    private Settings settings() {
        return new Settings(
                options.slack(slack, deliveryMode),
                options.softLayer(classic),
                options.server(classic, dataFolder, policy),
                options.servedChannels(),
                options.namedAccounts());
    }

    /** The number of calls of a provider method, such as {@code executeRescueLayer}. */
    public long providerCalls(String method) {
        return StreamSupport.stream(http.get(classic.url() + "/sandbox/calls").spliterator(), false)
                .filter(call -> call.path("method").asText().endsWith("::" + method))
                .count();
    }

    /** The number of commands to boot, reboot or mount an image that reached the provider. */
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

    /** Changes a person's cloud user from outside the bot. */
    public void triggerUserIncident(String person, String incident) {
        http.post(classic.url() + "/sandbox/happens", Map.of("person", person, "what", incident));
    }

    /** Waits until no transaction of the provider holds the device. */
    public void awaitNoTransaction(String device) {
        Awaitility.await(device + " settles")
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

    /** The audit log, one entry an element. */
    public List<String> auditEntries() {
        Jdbi database = Jdbi.create("jdbc:sqlite:" + database());
        return database.withHandle(handle -> handle.createQuery("select entry from audit_log order by sequence")
                .mapTo(String.class)
                .list());
    }

    /** Injects a fault into Slack. */
    public void injectSlackFault(Map<String, Object> fault) {
        http.post(slack.url() + "/sandbox/faults", fault);
    }

    /** Removes Slack's faults, unarchives its channels and installs the bot again. */
    public void clearSlackFaults() {
        http.send(HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    /** Whether the bot reports that it is ready. */
    public boolean isReady() {
        return bot.ready();
    }

    /** Changes a device from outside the bot. */
    public void triggerDeviceIncident(String device, String incident) {
        http.post(classic.url() + "/sandbox/happens", Map.of("device", device, "what", incident));
    }

    /** Changes the host name of a device from outside the bot. */
    public void renameDevice(String device, String newName) {
        http.post(classic.url() + "/sandbox/happens", Map.of("device", device, "what", "is renamed", "to", newName));
    }

    /** Injects a fault into the provider. */
    public void injectProviderFault(Map<String, Object> fault) {
        http.post(classic.url() + "/sandbox/faults", fault);
    }

    /** Removes the provider's faults. */
    public void clearProviderFaults() {
        http.send(HttpRequest.newBuilder(URI.create(classic.url() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    public String slackUrl() {
        return slack.url();
    }

    /** The files that the bot wrote. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(dataFolder)) {
            return files.toList();
        }
    }

    /** The stored password of a device, as the account's owner reads it at the provider. */
    public String providerPassword(String device) {
        return new ProviderPasswordReader(http, classic.url()).readPassword(device);
    }

    @Override
    public void restartIfConfigured() {
        if (options.withRestarts()) restartBot();
    }

    @Override
    public JsonNode act(Map<String, Object> action) {
        return http.post(slack.url() + "/sandbox/act", action);
    }

    /** Posts a message of a monitoring product into a channel, and returns its time stamp. */
    public String postAlert(String channel, Map<String, Object> message) {
        Map<String, Object> arguments = new HashMap<>(message);
        arguments.put("channel", channel);
        return http.post(slack.url() + "/api/chat.postMessage", "xoxb-sandbox-lifeline-bot-token", arguments)
                .path("ts")
                .asText();
    }

    @Override
    public JsonNode visibleTo(String person, String channel) {
        return http.get(slack.url() + "/sandbox/sees?person=" + person + "&channel=" + channel);
    }

    @Override
    public void close() {
        bot.close();
        List<String> invalidRequests = SlackReference.problemsOf(
                http.get(slack.url() + "/sandbox/calls").path("calls"));
        classic.close();
        slack.close();
        IO.delete(dataFolder);
        if (!invalidRequests.isEmpty()) throw new AssertionError("Not as Slack documents: " + invalidRequests);
    }
}
