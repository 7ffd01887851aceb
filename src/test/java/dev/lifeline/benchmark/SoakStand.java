package dev.lifeline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.benchmark.Environment.Fake;
import dev.lifeline.cli.SandboxSettings;
import dev.lifeline.slack.webapi.BotScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** A bot and fakes in processes of their own, some channels, and asha who rescues devices there. What is under way is read from the database. */
final class SoakStand implements AutoCloseable {

    private static final String PERSON = "asha";
    private static final String PROVIDER_SPEED = "600";
    private static final Pattern DEVICE_PORTS = Pattern.compile("LIFELINE_SSH_PORT=(\\d+) LIFELINE_RDP_PORT=(\\d+)");
    private static final long POLL_MILLIS = 50;

    private final SandboxClient slack;
    private final SandboxClient provider;
    private final Jdbi database;
    private final Target bot;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI slackApi;

    /** Starts everything; returns once the bot is ready. */
    SoakStand(Environment environment, BotDatabase botDatabase, BotLaunch launch, int devices) {
        int port = FreePort.find();
        Fake fakeSlack = environment.startFake("slack", "--request-url", "http://127.0.0.1:" + port + "/slack/events");
        Fake fakeProvider = environment.startFake(
                "classic",
                "--speed",
                PROVIDER_SPEED,
                "--ssh-port",
                "0",
                "--rdp-port",
                "0",
                "--devices",
                Integer.toString(devices));
        this.slack = fakeSlack.client();
        this.provider = fakeProvider.client();
        this.slackApi = fakeSlack.url().resolve("/api/");
        this.database = Jdbi.create(botDatabase.jdbcUrl());
        Map<String, String> settings = new HashMap<>(
                BotLaunch.settings(slackApi, fakeProvider.url().resolve("/rest/v3.1/"), botDatabase.jdbcUrl(), port));
        settings.putAll(devicePorts(fakeProvider.process().output()));
        this.bot = environment.launchBot(botDatabase, settings, port, launch);
        bot.awaitReady();
    }

    private static Map<String, String> devicePorts(String output) {
        Matcher ports = DEVICE_PORTS.matcher(output);
        if (!ports.find()) throw new IllegalStateException("no device ports in: " + output);
        return Map.of("LIFELINE_SSH_PORT", ports.group(1), "LIFELINE_RDP_PORT", ports.group(2));
    }

    Target bot() {
        return bot;
    }

    Jdbi database() {
        return database;
    }

    /** Creates so many channels with asha and the bot in them. */
    List<String> createChannels(int count) {
        List<String> scopes = Stream.concat(
                        Stream.of(BotScope.values()).map(BotScope::scopeName), Stream.of("channels:manage"))
                .toList();
        slack.post("/sandbox/app", Map.of("scopes", scopes));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "soak-" + i;
            String id = callSlack("conversations.create", "name=" + name)
                    .at("/channel/id")
                    .asText();
            callSlack("conversations.invite", "channel=" + id + "&users=" + userId());
            names.add(name);
        }
        return names;
    }

    private String userId() {
        return slack.get("/sandbox/world")
                .path("people")
                .valueStream()
                .filter(person -> person.path("name").asText().equals(PERSON))
                .map(person -> person.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode callSlack(String method, String form) {
        HttpRequest request = HttpRequest.newBuilder(slackApi.resolve(method))
                .header("Authorization", "Bearer " + SandboxSettings.BOT_TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            return new ObjectMapper()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw ChildProcess.interrupted(e);
        }
    }

    /** The names, without the domain, that only one device has, a Linux guest or bare metal. */
    List<String> rescuableDevices() {
        List<String> names = provider.get("/sandbox/devices")
                .valueStream()
                .map(device -> device.path("name").asText())
                .toList();
        return names.stream()
                .filter(name -> name.matches("(web|app|api|db)-.*"))
                .filter(name -> Collections.frequency(names, name) == 1)
                .toList();
    }

    /** What the bot has on disk of a device's open request. */
    record OpenRequest(String id, String stage, String messageTs) {}

    Optional<OpenRequest> openRequest(String device) {
        return database.withHandle(handle -> handle.createQuery(
                        "select r.id, r.stage, coalesce(s.message_ts, '') as ts from rescue_requests r "
                                + "left join status_messages s on s.stream_key = 'request:' || r.id "
                                + "where r.open_device is not null and r.body like :name")
                .bind("name", "%\"hostname\":\"" + device + "\"%")
                .map((row, context) ->
                        new OpenRequest(row.getString("id"), row.getString("stage"), row.getString("ts")))
                .findFirst());
    }

    /** One rescue from the command to its end; blocks for it. */
    void rescue(String device, String channel) {
        act(channel, Map.of("types", "/rescue " + device));
        try {
            RescueStand.await(device + " asked for", () -> openRequest(device).isPresent());
        } catch (IllegalStateException e) {
            throw new IllegalStateException(device + ": " + lastMessage(channel), e);
        }
        pressUntil(device, channel, "Yes, boot into rescue", "AwaitingConfirmation");
        RescueStand.await(device + " in rescue", () -> stage(device).equals("InRescue"));
        pressUntil(device, channel, "End rescue", "InRescue");
        RescueStand.await(device + " back", () -> openRequest(device).isEmpty());
    }

    private String lastMessage(String channel) {
        JsonNode messages = slack.get("/sandbox/sees?person=" + PERSON + "&channel=" + channel)
                .path("messages");
        return messages.path(messages.size() - 1).path("text").asText();
    }

    private String stage(String device) {
        return openRequest(device).map(OpenRequest::stage).orElse("");
    }

    /** The button may not be shown yet. */
    private void pressUntil(String device, String channel, String label, String stage) {
        RescueStand.await(label + " of " + device, () -> {
            Optional<OpenRequest> request = openRequest(device);
            if (request.filter(open -> open.stage().equals(stage)).isEmpty()) return true;
            if (!request.get().messageTs().isEmpty())
                tryToAct(
                        channel,
                        Map.of("presses", label, "message", request.get().messageTs()));
            ChildProcess.pause(POLL_MILLIS);
            return false;
        });
    }

    private void act(String channel, Map<String, Object> action) {
        if (!tryToAct(channel, action)) throw new IllegalStateException("refused: " + action);
    }

    private boolean tryToAct(String channel, Map<String, Object> action) {
        Map<String, Object> request = new HashMap<>(action);
        request.put("person", PERSON);
        request.put("channel", channel);
        return slack.post("/sandbox/act", request).path("ok").asBoolean();
    }

    @Override
    public void close() {
        bot.close();
    }
}
