package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.app.LifelineBot;
import dev.lifeline.app.Wiring;
import dev.lifeline.cli.SandboxSettings;
import dev.lifeline.config.Settings;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.FakeSlackWorkspaces;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.transport.HttpProxies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.eclipse.jetty.util.IO;

/**
 * One bot and two workspaces: its own, and a partner's that may install it. Both have the same people and channels, with the same ids. Slack
 * delivers over HTTP.
 */
public final class TwoWorkspaces implements AutoCloseable {

    public static final String PARTNER = "T0SECOND";
    public static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    public static final String NEXT_KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";

    private final JsonHttpClient http = new JsonHttpClient();
    private final AtomicReference<Duration> clockOffset = new AtomicReference<>(Duration.ZERO);
    private final FakeSlack home;
    private final FakeSlack partner;
    private final FakeSlackWorkspaces slack;
    private final FakeSoftLayer classic;
    private final Path dataFolder;
    private final Optional<Path> policy;
    private LifelineBot bot;
    private Set<String> allowed = Set.of(PARTNER);
    private List<String> keys = List.of(KEY);

    private TwoWorkspaces(boolean rotating, Optional<String> policy) {
        try {
            SlackOptions options = SlackOptions.onPort(0).withClock(clock());
            this.home = FakeSlack.start(options);
            this.partner = FakeSlack.start(options.withTeam(PARTNER, "Partner Ltd"));
            this.slack = FakeSlackWorkspaces.start(options, rotating, home, partner);
            this.classic = FakeSoftLayer.start(
                    FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(EnvironmentOptions.DEFAULT.providerSpeed()));
            this.dataFolder = Files.createTempDirectory("lifeline-workspaces");
            this.policy = policy.map(this::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (FakeSlack fake : List.of(home, partner))
            for (String name : List.of("bruno", "chiara"))
                new Side(fake).act(Map.of("person", name, "becomes", Map.of("locale", "en-GB")));
        this.bot = start();
    }

    private Path write(String text) {
        try {
            return Files.writeString(dataFolder.resolve("policy.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tokens of installations last. */
    public static TwoWorkspaces lasting() {
        return new TwoWorkspaces(false, Optional.empty());
    }

    /** The tokens of installations expire after twelve hours. */
    public static TwoWorkspaces rotating() {
        return new TwoWorkspaces(true, Optional.empty());
    }

    public static TwoWorkspaces withPolicy(String policy) {
        return new TwoWorkspaces(false, Optional.of(policy));
    }

    private InstantSource clock() {
        return () -> Instant.now().plus(clockOffset.get());
    }

    private LifelineBot start() {
        try {
            LifelineBot fresh = Wiring.bot(
                    settings(),
                    EnvironmentOptions.DEFAULT.pollIntervals(),
                    EnvironmentOptions.DEFAULT.timeouts(),
                    clock(),
                    () -> System.nanoTime() + clockOffset.get().toNanos());
            fresh.start();
            URI requestUrl = URI.create("http://127.0.0.1:" + fresh.httpPort() + "/slack/events");
            home.setRequestUrl(requestUrl);
            partner.setRequestUrl(requestUrl);
            Awaitility.await().until(fresh::ready);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of the bot. */
    public Settings settings() {
        return new Settings(
                new Settings.Slack(
                        SandboxSettings.BOT_TOKEN,
                        Optional.empty(),
                        Optional.of(SandboxSettings.SIGNING_SECRET),
                        URI.create(slack.url() + "/api/"),
                        HttpProxies.JVM_DEFAULT,
                        Optional.of(new Settings.OAuth(
                                "1000000000.1000000000", "sandbox-lifeline-client-secret", keys, allowed))),
                SandboxSettings.softLayer(classic),
                SandboxSettings.server(dataFolder, SandboxSettings.devicePorts(classic), policy));
    }

    /** Restarts the bot on the same database. */
    public TwoWorkspaces restartBot() {
        bot.close();
        bot = start();
        return this;
    }

    /** Restarts the bot with these encryption keys. */
    public TwoWorkspaces restartBotWithKeys(String... encryptionKeys) {
        keys = List.of(encryptionKeys);
        return restartBot();
    }

    /** Restarts the bot, which then serves only these workspaces besides its own. */
    public TwoWorkspaces restartBotAllowing(String... teamIds) {
        allowed = Set.of(teamIds);
        return restartBot();
    }

    /** Moves every clock forward. */
    public void advanceClock(Duration time) {
        clockOffset.updateAndGet(time::plus);
        new PassingTime(database()).pass(time);
    }

    public Path database() {
        return dataFolder.resolve("lifeline.db");
    }

    /** A browser at the pages on which the bot is installed. */
    public InstallBrowser browser() {
        return new InstallBrowser(URI.create("http://localhost:" + bot.httpPort()));
    }

    /** Installs the bot in the partner's workspace. */
    public TwoWorkspaces install() {
        InstallBrowser browser = browser();
        String page = browser.agree(browser.begin(), PARTNER);
        if (!page.contains("Installed")) throw new AssertionError(page);
        return this;
    }

    /** How often Slack renewed a token. */
    public int renewals() {
        return slack.renewals();
    }

    /** A user of the bot's own workspace. */
    public SimulatedUser homeUser(String name) {
        return new SimulatedUser(new Side(home), name, "incident-42");
    }

    /** A user of the partner's workspace. */
    public SimulatedUser partnerUser(String name) {
        return new SimulatedUser(new Side(partner), name, "incident-42");
    }

    /** Links a user of the home workspace to the cloud user of the same name, by API key on the link page. */
    public TwoWorkspaces link(String name) {
        LinkPageClient.openLinkOf(homeUser(name)).submitKeyOf(name).confirm();
        return this;
    }

    /** The same for a user of the partner's workspace. */
    public TwoWorkspaces linkPartner(String name) {
        LinkPageClient.openLinkOf(partnerUser(name)).submitKeyOf(name).confirm();
        return this;
    }

    /** Slack's error for the token of the partner's workspace; empty while it is valid. */
    public String partnerTokenError() {
        return http.post(partner.url() + "/api/auth.test", "xoxb-sandbox-t0second-bot-token", Map.of())
                .path("error")
                .asText("");
    }

    /** Injects a fault into the partner's workspace. */
    public void injectPartnerFault(Map<String, Object> fault) {
        http.post(partner.url() + "/sandbox/faults", fault);
    }

    /** The number of calls of a method that arrived at the partner's workspace. */
    public long partnerCalls(String method) {
        return http.get(partner.url() + "/sandbox/calls")
                .path("calls")
                .valueStream()
                .filter(call -> call.path("method").asText().equals(method))
                .count();
    }

    private final class Side implements SlackSide {

        private final FakeSlack fake;

        Side(FakeSlack fake) {
            this.fake = fake;
        }

        @Override
        public JsonNode act(Map<String, Object> action) {
            return http.post(fake.url() + "/sandbox/act", action);
        }

        @Override
        public JsonNode visibleTo(String person, String channel) {
            return http.get(fake.url() + "/sandbox/sees?person=" + person + "&channel=" + channel);
        }

        @Override
        public void restartIfConfigured() {}
    }

    @Override
    public void close() {
        bot.close();
        slack.close();
        home.close();
        partner.close();
        classic.close();
        IO.delete(dataFolder);
    }
}
