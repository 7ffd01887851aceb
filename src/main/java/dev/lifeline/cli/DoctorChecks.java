package dev.lifeline.cli;

import dev.lifeline.config.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks what the bot needs, against the real services. Changes nothing. */
final class DoctorChecks {

    /** Java reads none of these (https://docs.oracle.com/en/java/javase/17/core/java-networking.html#proxies). */
    private static final List<String> PROXY_VARIABLES =
            List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");

    private final Settings settings;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /** @param environment of the process, for what is not a setting of the bot */
    DoctorChecks(Settings settings, Map<String, String> environment, InstantSource clock) {
        this.settings = settings;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>(List.of(CheckResult.ok("settings", "all there")));
        results.addAll(new SlackChecks(settings, clock).run());
        results.addAll(new ProviderChecks(settings.softLayer()).run());
        results.addAll(new DatabaseChecks(settings.server().databaseUrl(), clock).run());
        results.addAll(new ClockChecks(settings, clock).run());
        results.addAll(new PolicyChecks(settings, clock).run());
        results.addAll(List.of(describeServedChannels(), describePublicUrl()));
        results.addAll(new ListenChecks(settings.server()).run());
        results.addAll(checkProxies());
        return results;
    }

    private CheckResult describeServedChannels() {
        Settings.ServiceScope serviceScope = settings.scope();
        String channels = serviceScope.channelIds().isEmpty()
                ? "every channel that the bot is in"
                : "channels " + String.join(", ", new TreeSet<>(serviceScope.channelIds()));
        String workspaces = serviceScope.teamIds().isEmpty()
                ? "members of its own workspace"
                : "members of workspaces " + String.join(", ", new TreeSet<>(serviceScope.teamIds()));
        return CheckResult.ok("serves", workspaces + " in " + channels);
    }

    private CheckResult describePublicUrl() {
        String address = settings.scope().publicUrl(settings.server().http().port()) + "/link/";
        return CheckResult.ok(
                "pages",
                settings.scope().publicUrl().isPresent()
                        ? address
                        : address + ", on this machine only; set LIFELINE_PUBLIC_URL for people elsewhere");
    }

    /** A proxy that the operator believes to be in use, and is not. */
    private List<CheckResult> checkProxies() {
        boolean set = Stream.of("https.proxyHost", "http.proxyHost", "socksProxyHost")
                .anyMatch(name -> System.getProperty(name) != null);
        return PROXY_VARIABLES.stream()
                .filter(name -> !set && !environment.getOrDefault(name, "").isBlank())
                .limit(1)
                .map(name -> CheckResult.warn(
                        "proxy",
                        name + " is set and Java does not read it: where the bot needs the proxy, start it with "
                                + "-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT"))
                .toList();
    }
}
