package dev.lifeline.app.doctor;

import dev.lifeline.config.Settings;
import dev.lifeline.transport.HttpProxies;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells the proxy through which each platform is called, and a variable that other programs read and the bot does not. */
final class ProxyChecks {

    private static final String SUBJECT = "proxy";
    private static final List<String> UNREAD_VARIABLES = List.of("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");

    private final Settings settings;
    private final Map<String, String> environment;

    ProxyChecks(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Nothing where no proxy is set anywhere. */
    List<CheckResult> run() {
        Settings.Slack slack = settings.slack();
        Settings.SoftLayer softLayer = settings.softLayer();
        List<String> ways = new ArrayList<>(List.of(
                "Slack " + way(slack.proxies(), slack.apiUrl()),
                "the provider " + way(softLayer.proxies(), softLayer.endpointUrl())));
        softLayer.iamUrl().ifPresent(iam -> ways.add("IAM " + way(softLayer.proxies(), iam)));
        boolean configured = slack.proxies().proxy().isPresent();
        if (configured || ways.stream().anyMatch(way -> way.contains("through")))
            return List.of(CheckResult.ok(
                    SUBJECT, String.join(", ", ways) + "; probes of devices by SSH and RDP go through no proxy"));
        return unreadVariables()
                .map(name -> CheckResult.warn(
                        SUBJECT,
                        name + " is set and the bot does not read it: where it needs the proxy, set HTTPS_PROXY"))
                .toList();
    }

    private static String way(HttpProxies proxies, URI target) {
        return proxies.proxyFor(target).map(proxy -> "through " + proxy).orElse("directly");
    }

    private Stream<String> unreadVariables() {
        return UNREAD_VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .limit(1);
    }
}
