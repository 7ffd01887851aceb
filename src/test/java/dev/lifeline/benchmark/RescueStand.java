package dev.lifeline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.benchmark.Environment.Fake;
import dev.lifeline.benchmark.RecordingProxy.Call;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bot with fakes of its own, a proxy before each, and asha in the incident channel. Closing it stops them all. */
final class RescueStand implements AutoCloseable {

    static final String DEVICE = "web-07";

    private static final String PERSON = "asha";
    private static final String CHANNEL = "incident-42";

    /** The provider's minutes pass in a tenth of a second. */
    private static final String PROVIDER_SPEED = "600";

    private static final Pattern DEVICE_PORTS = Pattern.compile("LIFELINE_SSH_PORT=(\\d+) LIFELINE_RDP_PORT=(\\d+)");
    private static final long AWAIT_SECONDS = 120;
    private static final long POLL_MILLIS = 2;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final SandboxClient slack;
    private final SandboxClient provider;
    private final RecordingProxy slackProxy;
    private final RecordingProxy providerProxy;
    private final Target bot;

    private RescueStand(
            Environment environment,
            BotDatabase database,
            BotLaunch launch,
            Function<URI, RecordingProxy> slackProxyBefore) {
        int port = FreePort.find();
        Fake fakeSlack =
                keep(environment.startFake("slack", "--request-url", "http://127.0.0.1:" + port + "/slack/events"));
        Fake fakeProvider = keep(environment.startFake(
                "classic", "--speed", PROVIDER_SPEED, "--ssh-port", "0", "--rdp-port", "0", "--devices", "20"));
        this.slack = fakeSlack.client();
        this.provider = fakeProvider.client();
        this.slackProxy = keep(slackProxyBefore.apply(fakeSlack.url()));
        this.providerProxy = keep(RecordingProxy.before(fakeProvider.url()));
        Map<String, String> settings = new HashMap<>(BotLaunch.settings(
                slackProxy.url().resolve("/api/"),
                providerProxy.url().resolve("/rest/v3.1/"),
                database.jdbcUrl(),
                port));
        settings.putAll(devicePorts(fakeProvider.process().output()));
        this.bot = keep(environment.launchBot(database, settings, port, launch));
    }

    /** Starts everything; returns once the bot is ready. */
    static RescueStand start(
            Environment environment,
            BotDatabase database,
            BotLaunch launch,
            Function<URI, RecordingProxy> slackProxyBefore) {
        RescueStand stand = new RescueStand(environment, database, launch, slackProxyBefore);
        stand.bot.awaitReady();
        return stand;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** The bot's settings for the ports on which devices answer, from what the fake provider wrote. */
    static Map<String, String> devicePorts(String output) {
        Matcher ports = DEVICE_PORTS.matcher(output);
        if (!ports.find()) throw new IllegalStateException("no device ports in: " + output);
        return Map.of("LIFELINE_SSH_PORT", ports.group(1), "LIFELINE_RDP_PORT", ports.group(2));
    }

    RecordingProxy slackProxy() {
        return slackProxy;
    }

    RecordingProxy providerProxy() {
        return providerProxy;
    }

    Target bot() {
        return bot;
    }

    /** The names of so many Linux guests, without the domain. */
    List<String> guests(int count) {
        return provider.get("/sandbox/devices")
                .valueStream()
                .map(device -> device.path("name").asText())
                .filter(name -> name.matches("(web|app|api).*"))
                .limit(count)
                .toList();
    }

    /** Types a command. Blocks until Slack has the acknowledgement. */
    void type(String text) {
        act(Map.of("types", text));
    }

    /** Presses a button of the only message that has one with this label. */
    void press(String label) {
        act(Map.of("presses", label));
    }

    /** Presses a button of one message. */
    void press(String label, String messageTs) {
        act(Map.of("presses", label, "message", messageTs));
    }

    /** Loads Slack anew, which ends what only one person sees. */
    void reload() {
        act(Map.of("reloads", true));
    }

    private void act(Map<String, Object> action) {
        Map<String, Object> request = new HashMap<>(action);
        request.put("person", PERSON);
        request.put("channel", CHANNEL);
        JsonNode response = slack.post("/sandbox/act", request);
        if (!response.path("ok").asBoolean()) throw new IllegalStateException(action + ": " + response);
    }

    /** The messages in the channel whose text holds both. */
    List<JsonNode> messages(String text, String device) {
        return slack.get("/sandbox/sees?person=" + PERSON + "&channel=" + CHANNEL)
                .path("messages")
                .valueStream()
                .filter(message ->
                        message.toString().contains(text) && message.toString().contains(device))
                .toList();
    }

    void awaitVisible(String text) {
        await(text, () -> !messages(text, "").isEmpty());
    }

    /** Blocks until a call to a method arrived since a moment. */
    Call awaitCall(RecordingProxy proxy, String method, long sinceNanos) {
        await(method, () -> proxy.first(method, sinceNanos).isPresent());
        return proxy.first(method, sinceNanos).orElseThrow();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(AWAIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline)
                throw new IllegalStateException("not seen within " + AWAIT_SECONDS + " s: " + what);
            ChildProcess.pause(POLL_MILLIS);
        }
    }

    @Override
    public void close() {
        Optional<IllegalStateException> failure = Optional.empty();
        while (!parts.isEmpty())
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = Optional.of(new IllegalStateException(e));
            }
        failure.ifPresent(e -> {
            throw e;
        });
    }
}
