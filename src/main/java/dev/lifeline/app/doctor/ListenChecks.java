package dev.lifeline.app.doctor;

import dev.lifeline.config.Settings;
import dev.lifeline.http.ListenAddress;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that the bot could listen on its ports, or does already. */
final class ListenChecks {

    private static final String SUBJECT = "ports";
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int STATUS_OK = 200;

    private final Settings.Server server;

    ListenChecks(Settings.Server server) {
        this.server = server;
    }

    /** One line for each port; none for a port that the system chooses. */
    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        Optional<Integer> healthPort = server.healthPort();
        int port = server.http().port();
        if (port != 0) results.add(check("LIFELINE_HTTP_PORT", port, healthPort.isEmpty()));
        healthPort
                .filter(own -> own != 0)
                .map(own -> check("LIFELINE_HEALTH_PORT", own, true))
                .ifPresent(results::add);
        if (port != 0 && healthPort.filter(own -> own == port).isPresent())
            results.add(CheckResult.wrong(
                    SUBJECT, "LIFELINE_HTTP_PORT and LIFELINE_HEALTH_PORT are the same: leave the second out"));
        return results;
    }

    /** Whether a bot answers on this machine. */
    boolean botListens() {
        int port = server.healthPort().orElse(server.http().port());
        return port != 0 && isBot(server.http().host(), port);
    }

    private CheckResult check(String setting, int port, boolean answersHealth) {
        String host = server.http().host();
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return CheckResult.ok(SUBJECT, host + ":" + free.getLocalPort() + " is free");
        } catch (IOException e) {
            if (answersHealth && isBot(host, port))
                return CheckResult.ok(SUBJECT, "a bot listens on " + host + ":" + port);
            return CheckResult.wrong(
                    SUBJECT,
                    "the bot could not listen on " + host + ":" + port + " (" + e.getMessage()
                            + "): stop what does, or set " + setting + " or LIFELINE_HTTP_HOST");
        }
    }

    private static boolean isBot(String host, int port) {
        try {
            URI url = URI.create("http://" + ListenAddress.toConnect(host) + ":" + port + "/health/live");
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == STATUS_OK;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
