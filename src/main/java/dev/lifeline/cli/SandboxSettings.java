package dev.lifeline.cli;

import dev.lifeline.config.Settings;
import dev.lifeline.device.Ports;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The settings of a bot that works against the two fakes, with the credentials of their default data. */
public final class SandboxSettings {

    public static final String BOT_TOKEN = "xoxb-sandbox-lifeline-bot-token";
    public static final String APP_TOKEN = "xapp-sandbox-lifeline-app-token";
    public static final String SIGNING_SECRET = "sandbox-lifeline-signing-secret";

    static final String WEBHOOK_SECRET = "sandbox-lifeline-webhook-secret";

    private static final String USERNAME = "lifeline";
    private static final String API_KEY = "sandbox-lifeline-api-key";

    private SandboxSettings() {}

    /** Receiving over Socket Mode, HTTP or both, as the tokens say. */
    public static Settings.Slack slack(FakeSlack slack, Optional<String> appToken, Optional<String> signingSecret) {
        return new Settings.Slack(BOT_TOKEN, appToken, signingSecret, URI.create(slack.url() + "/api/"));
    }

    public static Settings.SoftLayer softLayer(FakeSoftLayer softLayer) {
        return new Settings.SoftLayer(URI.create(softLayer.url() + "/rest/v3.1/"), USERNAME, API_KEY, Optional.empty());
    }

    /** The ports on which the devices of the fake answer. */
    public static Ports devicePorts(FakeSoftLayer softLayer) {
        return new Ports(softLayer.sshPort(), softLayer.rdpPort());
    }

    /** With a database in the directory, on a free port of this machine. */
    public static Settings.Server server(Path dataDirectory, Ports devicePorts, Optional<Path> policyFile) {
        return new Settings.Server(
                "jdbc:sqlite:" + dataDirectory.resolve("lifeline.db"),
                new Settings.HttpBind("127.0.0.1", 0),
                devicePorts,
                Locale.ENGLISH,
                policyFile,
                Optional.empty(),
                Optional.of(WEBHOOK_SECRET));
    }
}
