package dev.lifeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.app.doctor.CheckResult;
import dev.lifeline.app.doctor.DoctorChecks;
import dev.lifeline.config.InvalidSettingsException;
import dev.lifeline.config.SettingsReader;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings and both platforms as they should be, to be broken in one way and looked at by the doctor. */
final class Installation implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeSlack slack;
    private final FakeSoftLayer softLayer;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Duration clockAhead = Duration.ZERO;

    Installation(Path folder) {
        this.folder = folder;
        try {
            this.slack = FakeSlack.start(SlackOptions.onPort(0));
            this.softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set("SLACK_BOT_TOKEN", SandboxSettings.BOT_TOKEN);
        set("SLACK_APP_TOKEN", SandboxSettings.APP_TOKEN);
        set("SLACK_API_URL", slack.url() + "/api/");
        set("SL_USERNAME", "lifeline");
        set("SL_API_KEY", "sandbox-lifeline-api-key");
        set("SL_ENDPOINT_URL", softLayer.url() + "/rest/v3.1/");
        set("LIFELINE_DATABASE_URL", databaseUrl());
        set("LIFELINE_HTTP_PORT", "0");
        set("LIFELINE_SSH_PORT", Integer.toString(softLayer.sshPort()));
        set("LIFELINE_RDP_PORT", Integer.toString(softLayer.rdpPort()));
    }

    String databaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    Installation set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Adds a further account, lab, at the same provider. */
    Installation addAccount(String brokenName, String brokenValue) {
        return set("LIFELINE_ACCOUNTS", "lab")
                .set("SL_USERNAME_LAB", "lifeline")
                .set("SL_API_KEY_LAB", "sandbox-lifeline-api-key")
                .set("SL_ENDPOINT_URL_LAB", softLayer.url() + "/rest/v3.1/")
                .set(brokenName, brokenValue);
    }

    Installation setClockAhead(Duration ahead) {
        clockAhead = ahead;
        return this;
    }

    /** A policy with one rule of these lines. */
    Installation setPolicy(String... ruleLines) {
        Path file = folder.resolve("policy.yaml");
        try {
            Files.writeString(
                    file,
                    "otherwise: permission\nrules:\n  - name: production\n    " + String.join("\n    ", ruleLines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set("LIFELINE_POLICY", file.toString());
    }

    /** What the doctor finds; what keeps the settings from being read is a finding too. */
    List<CheckResult> examine() {
        InstantSource clock = () -> Instant.now().plus(clockAhead);
        try {
            return new DoctorChecks(SettingsReader.read(environment, Optional.empty()), environment, clock).run();
        } catch (InvalidSettingsException e) {
            return String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> line.startsWith(" "))
                    .map(problem -> CheckResult.wrong("settings", problem.strip()))
                    .toList();
        }
    }

    Installation injectSlackFault(Map<String, Object> fault) {
        return postToSlack("/sandbox/faults", fault);
    }

    Installation postToSlack(String path, Map<String, Object> body) {
        try {
            send(HttpRequest.newBuilder(URI.create(slack.url() + path))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String channelId(String name) {
        JsonNode world = send(HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/world"))
                .build());
        for (JsonNode channel : world.path("channels"))
            if (channel.path("name").asText().equals(name))
                return channel.path("id").asText();
        throw new AssertionError("no channel " + name);
    }

    /** Executes statements on the database as it is. */
    Installation execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(databaseUrl());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates the tables of this release, then executes statements. */
    Installation migrateAndExecute(String... statements) {
        Store.open(databaseUrl(), InstantSource.system()).close();
        return execute(statements);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) throw new AssertionError(response.body());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        softLayer.close();
        slack.close();
    }
}
