package dev.lifeline.cli;

import dev.lifeline.config.Settings;
import dev.lifeline.http.ListenAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code health}: asks the bot that runs on this machine with the same settings, for a container that has no other program to do so. */
@Command(
        name = "health",
        description = "Asks the bot on this machine whether it is ready; exit code 1 where it is not.",
        mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int STATUS_OK = 200;

    @Mixin
    private final ConfigOption config;

    @Option(
            names = "--live",
            description = "Asks only whether it lives, whatever Slack, the provider and the database do.")
    private boolean live;

    @Spec
    private @Nullable CommandSpec spec;

    HealthCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        Answer answer = ask(healthUrl(config.server()));
        if (spec != null) spec.commandLine().getOut().println(answer.body());
        return answer.status() == STATUS_OK ? 0 : 1;
    }

    /** @param status 0 where nothing answered */
    private record Answer(int status, String body) {}

    private URI healthUrl(Settings.Server server) {
        int port = server.healthPort().orElse(server.http().port());
        return URI.create("http://" + ListenAddress.toConnect(server.http().host()) + ":" + port + "/health/"
                + (live ? "live" : "ready"));
    }

    private static Answer ask(URI url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) TIMEOUT.toMillis());
            connection.setReadTimeout((int) TIMEOUT.toMillis());
            return new Answer(connection.getResponseCode(), body(connection));
        } catch (IOException e) {
            return new Answer(0, "nothing answers at " + url);
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream body =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
